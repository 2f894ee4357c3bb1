// Which of several files is the one to validate with, by its name: the only sign that a set of files gives.

const WORDS = /(?:^|[^a-z])(?:val|valid|validation|eval|dev|test)(?:[^a-z]|$)/i;

/** Whether a source's name says that it is there to validate or test with. */
export const isValidationName = (name: string): boolean => WORDS.test(name.slice(name.lastIndexOf('/') + 1));
