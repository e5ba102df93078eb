/** What the stores ask of a package, as far as it can be told from the files: rules of the Chrome Web Store and MV3. */

const text = new TextDecoder();

/** Faults of a package as sentences; none is good. */
export function faultsOf(files) {
  const faults = [];
  const manifest = JSON.parse(text.decode(files.get('manifest.json')));
  const messages = JSON.parse(text.decode(files.get(`_locales/${manifest.default_locale}/messages.json`)));
  const said = (value) => value.replace(/__MSG_(\w+)__/g, (_, key) => messages[key]?.message ?? '');
  if (manifest.manifest_version !== 3) faults.push('The manifest is not of version 3.');
  const [name, description] = [said(manifest.name), said(manifest.description)];
  if (!name || name.length > 75) faults.push(`The name has ${name.length} characters; 1 to 75 are allowed.`);
  if (!description || description.length > 132)
    faults.push(`The description has ${description.length} characters; 1 to 132 are allowed.`);
  if (!/^\d+(\.\d+){0,3}$/.test(manifest.version)) faults.push(`The version ${manifest.version} is no dotted number.`);
  for (const size of [16, 48, 128])
    if (!files.has(manifest.icons?.[size] ?? '')) faults.push(`The icon of ${size} pixels is missing.`);
  const csp = JSON.stringify(manifest.content_security_policy ?? '');
  // WebAssembly that the package brings along is code of the package; text made into code is not.
  if (/(?<!wasm-)unsafe-eval|https?:/.test(csp)) faults.push('The content security policy allows code from elsewhere.');
  for (const [path, bytes] of files) {
    if (/\.map$|(^|\/)\./.test(path)) faults.push(`${path} does not belong into a package.`);
    if (!/\.(js|html)$/.test(path)) continue;
    const code = text.decode(bytes);
    if (/<script[^>]+src=["']?(https?:)?\/\//i.test(code)) faults.push(`${path} loads a script from elsewhere.`);
    if (/\beval\(|\bnew Function\(/.test(code)) faults.push(`${path} makes code from text.`);
    if (/\bimport\(["'`]https?:/.test(code)) faults.push(`${path} imports from elsewhere.`);
  }
  return faults;
}

/** The permissions of a manifest, as the reader will be asked for them. */
export function permissionsOf(files) {
  const manifest = JSON.parse(text.decode(files.get('manifest.json')));
  return {
    required: manifest.permissions ?? [],
    hosts: manifest.host_permissions ?? [],
    optional: [...(manifest.optional_permissions ?? []), ...(manifest.optional_host_permissions ?? [])],
  };
}
