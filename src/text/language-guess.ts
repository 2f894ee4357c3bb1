// Which language a text in Latin letters is written in, by its commonest words; undefined where that is not plain.

const LANGUAGES: Readonly<Record<string, string>> = {
  English:
    'the and is are was were of to that with for this have has had it you be an which from would can will not they but what there their your in a on at he his she her so if each how many we or as by my me do does all than then when who more one out up about into its no our some only i',
  German:
    'der die das und ist nicht ein eine mit auf für von zu sich dem den auch wird sind oder wie werden ich sie als bei einer einen des im zum zur nach aus',
  French:
    'le la les des est une dans pour qui sur avec pas vous nous sont cette ces aux être du et en un il elle je ce plus par que mais au',
  Spanish:
    'el los las una es en por para como del está pero muy más también son su se y un la que con de al lo sus este esta ser',
  Portuguese:
    'os as uma não são em do da com mais também ao dos das pelo você isso é e um que para como na no por se ser sua seu',
  Italian:
    'il che di è per una con della gli non nel più questo anche dei alla sono un la le si del da in essere i delle come',
  Dutch:
    'het een van niet zijn voor met dat op ook wordt naar aan maar deze bij de en is te die worden kan als om door er',
  Romanian: 'și este în care pentru cu din sau mai sunt un de la pe o să ca nu au fost acest prin ale',
  Polish: 'w i na nie jest się że do z o to jak po co dla są przez od oraz może który',
  Turkish: 've bir bu için ile olarak olan çok da de daha gibi en olduğu var sonra kadar ne ben',
  Vietnamese: 'là của và các được cho trong không một những có với này người để đã khi như từ',
  Swedish: 'och att som är det en på för med av till den har inte ett om kan de jag var från',
};
/** Words of a text that are looked at. */
const MOST = 80;
const LOOKED_AT = 600;
const FEWEST = 3;
/** Words of the shortest text that is no title. */
const PROSE = 12;
/** The commonest words make up more than this of any text. */
const SHARE = 0.15;
/** How many times as many the next language may have. */
const CLEAR = 0.6;

const NAMES = Object.keys(LANGUAGES);
const WORDS = new Map<string, number>();
NAMES.forEach((name, i) => {
  for (const word of (LANGUAGES[name] ?? '').split(' ')) WORDS.set(word, (WORDS.get(word) ?? 0) | (1 << i));
});

/** Words that nearly any text of another language than English has, for `context.hint`. */
export const FOREIGN_WORDS: readonly string[] = [
  ' und ',
  ' der ',
  ' nicht ',
  ' ist ',
  ' ein ',
  ' les ',
  ' des ',
  ' est ',
  ' une ',
  ' pour ',
  ' los ',
  ' las ',
  ' para ',
  ' una ',
  ' por ',
  ' uma ',
  ' che ',
  ' della ',
  ' sono ',
  ' per ',
  ' het ',
  ' een ',
  ' este ',
  ' pentru ',
  ' jest ',
  ' nie ',
  ' bir ',
  ' ve ',
  ' trong ',
  ' và ',
  ' och ',
  ' att ',
];

/** Names and requests that make another language in the answer right. */
export const ASKS_FOR_LANGUAGE =
  /translat|languag|english|german|french|spanish|portuguese|italian|dutch|romanian|polish|turkish|vietnamese|swedish|latin|multilingual|bilingual|tradu|übersetz|überset|sprache|englisch|deutsch|inglés|inglese|anglais|español|français|idioma|lingua|langue|vertaal|traduz|przetłum|çevir|dịch|översätt|翻译|英文|英语/i;

/** Titles and lists of names begin most of their words with a capital. */
export const isProse = (text: string): boolean => {
  const words = text.slice(0, LOOKED_AT).match(/[\p{L}\p{M}]+/gu) ?? [];
  const small = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  return words.length >= PROSE && small >= words.length / 2;
};

/** The name of the language, in English. */
export function guessLanguage(text: string): string | undefined {
  const counts = new Array<number>(NAMES.length).fill(0);
  const words = text
    .slice(0, LOOKED_AT)
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u, MOST);
  let total = 0;
  for (const word of words) {
    if (word === '') continue;
    total += 1;
    let bits = WORDS.get(word) ?? 0;
    for (let i = 0; bits !== 0; i += 1, bits >>>= 1) if (bits & 1) counts[i] = (counts[i] ?? 0) + 1;
  }
  let best = 0;
  let next = -1;
  for (let i = 1; i < counts.length; i += 1) {
    const count = counts[i] ?? 0;
    if (count > (counts[best] ?? 0)) {
      next = best;
      best = i;
    } else if (next < 0 || count > (counts[next] ?? 0)) next = i;
  }
  const most = counts[best] ?? 0;
  if (most < FEWEST || most < SHARE * total || (counts[next] ?? 0) > CLEAR * most) return undefined;
  return NAMES[best];
}
