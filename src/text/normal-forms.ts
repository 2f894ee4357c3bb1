// What counts as the same text: the normal forms that rules and duplicate searches name.

/**
 * N2: compatibility-composed, lower case, without invisible code points, white space as single spaces, trimmed.
 * It reads Unicode tables of the running Node; assigned characters never change theirs.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Default_Ignorable_Code_Point}+/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
