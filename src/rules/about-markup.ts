// Words of a prompt that make markup in the answer right.

export const ABOUT_MARKUP: readonly string[] = [
  'html',
  'xml',
  'entit',
  'escap',
  'markup',
  'web page',
  'website',
  'encod',
  'code',
  'svg',
  'url',
  'javascript',
  'php',
  'latex',
  'character',
  '代码',
  '转义',
];
