/** Is a reading model in a pack of the form that the engine takes? Sizes are checked when it is loaded. Pure. */
import { isId, isObject } from './check-reading';

/** Largest model taken: 16 MB of numbers. */
const LARGEST = 16 << 20;
const names = ['words', 'labels', 'kernels', 'kernelBias', 'out', 'outBias', 'cues'];
/** Only where the model has units that combine the filters' answers. */
const combining = ['mix', 'mixBias'];

const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);
const isSize = (value: unknown, most: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= most;
const isTensor = (value: unknown): boolean =>
  isObject(value) &&
  (value.bits === 8 || value.bits === 16) &&
  isNumber(value.scale) &&
  typeof value.base64 === 'string' &&
  value.base64.length <= LARGEST &&
  /^[\w+/]*={0,2}$/.test(value.base64);

const isLimits = (value: unknown, length: number): boolean =>
  Array.isArray(value) && value.length === length && value.every(isNumber);

/** Is a value a reading model? */
export const isModel = (value: unknown): boolean =>
  isObject(value) &&
  value.formatVersion === 1 &&
  Array.isArray(value.propositions) &&
  value.propositions.every(isId) &&
  isSize(value.width, 512) &&
  isSize(value.filters, 1024) &&
  Array.isArray(value.windows) &&
  value.windows.length > 0 &&
  value.windows.every((w) => isSize(w, 15) && (w as number) % 2 === 1) &&
  typeof value.words === 'string' &&
  value.words.length <= LARGEST &&
  Array.isArray(value.labels) &&
  value.labels.every((label) => typeof label === 'string') &&
  isLimits(value.thresholds, value.propositions.length * 3) &&
  isLimits(value.withCue, value.propositions.length * 3) &&
  (value.withSureCue === undefined || isLimits(value.withSureCue, value.propositions.length * 3)) &&
  isObject(value.tensors) &&
  (value.hidden === undefined || value.hidden === 0 || isSize(value.hidden, 1024)) &&
  [...names, ...(value.hidden ? combining : [])].every((name) =>
    isTensor((value.tensors as Record<string, unknown>)[name]),
  );

const isPair = (value: unknown): boolean =>
  Array.isArray(value) && value.length === 2 && value.every((item) => typeof item === 'string');

/** Are these the parties' labels and propositions that stand for one another? */
export const isSides = (value: unknown): boolean =>
  isObject(value) && [value.labels, value.propositions].every((list) => Array.isArray(list) && list.every(isPair));
