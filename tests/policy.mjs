/**
 * What a page or worker of ours may run, asked there by a browser test: the reading models' sums (WebAssembly in base64),
 * and text made into code. Self-contained, since it is sent to the browser as text.
 */
export function mayRun(sums) {
  const allowed = (make) => {
    try {
      make();
      return true;
    } catch {
      return false;
    }
  };
  // What a debugger runs is let pass; what the code itself runs later is not.
  return new Promise((done) =>
    setTimeout(() =>
      done({
        sums: allowed(() => new WebAssembly.Module(Uint8Array.from(atob(sums), (c) => c.charCodeAt(0)))),
        text: allowed(() => new Function('return 1')),
      }),
    ),
  );
}
