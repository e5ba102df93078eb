import type { Figures } from '../components/help/Help';
export declare function figuresOf(output: string): Figures['sets'];
