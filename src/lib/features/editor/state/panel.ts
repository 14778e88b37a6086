/** What lies over the drawing; one at a time. */
export type Panel = 'problems' | 'find' | 'paths';
