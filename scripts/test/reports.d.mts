interface Run {
  passed: number;
  failed: number;
  tests: { name: string; ms: number }[];
}
export declare function ofVitest(report: object): Run;
export declare function ofPlaywright(report: object): Run;
export declare function slowest(tests: Run['tests'], most?: number, width?: number): string[];
