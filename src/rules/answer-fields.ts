// Adds up the answers of a set that are JSON, field by field: what all rules of extraction judge at the end.

import { FIELD_TYPES, type FieldType, type JsonAnswer } from '../model/answer-fields.ts';
import { partsOf } from '../model/example.ts';
import { hash32 } from '../model/hash.ts';
import { isObject, type JsonValue } from '../model/json.ts';
import { escapeStep } from '../model/pointer.ts';
import type { Position } from '../model/position.ts';
import type { RecordView, Turn } from '../model/rule.ts';
import type { Tally } from '../model/tally.ts';
import { TextBits } from '../model/text-bits.ts';
import { addKeyed, beyond, emptyKeyed, type Keyed, mergeKeyed } from '../tally/keyed.ts';
import { addPlace, emptyPlaces, mergePlaces, type Places } from '../tally/places.ts';
import { foldText } from '../text/normal-forms.ts';
import { absentForm, hasEqualItems, isPlain, isWord, maskOf, squeezed, typeOf } from './answer-values.ts';

/** A set whose answers have more paths has data for names. */
const MOST_PATHS = 500;
/** Values of one answer that are looked at. */
const MOST_VALUES = 1000;
const MOST_TEXTS = 100;
const MOST_MASKS = 30;
const MOST_ORDERS = 100;
const MOST_KEYS = 50;
const LONGEST_LABEL = 60;
const LONGEST_MASKED = 30;
const LONGEST_SPAN = 200;
const SHORTEST_SPAN = 3;

export interface Field {
  readonly types: Partial<Record<FieldType, Places>>;
  readonly absent: Map<string, Places>;
  texts: Keyed | undefined;
  longTexts: number;
  masks: Keyed | undefined;
  quoted: number;
  readonly unquoted: Places;
  unquotedText: string;
  readonly repeats: Places;
  orders: Keyed | undefined;
}

const KINDS = [
  'bare',
  'fence',
  'words',
  'objects',
  'lists',
  'pretty',
  'compact',
  'escaped',
  'raw',
  'ended',
  'unended',
  'empty',
] as const;
type Kind = (typeof KINDS)[number];

/** Plain data; see model/tally.ts for the laws. */
export interface FieldState {
  answers: number;
  readonly kinds: Record<Kind, Places>;
  readonly fields: Map<string, Field>;
  /** Paths with a larger hash were given up already. */
  highest: number;
}

/** Answers in free form have thousands of paths; most parts of a field are made when they are first needed. */
const newField = (): Field => ({
  types: {},
  absent: new Map(),
  texts: undefined,
  longTexts: 0,
  masks: undefined,
  quoted: 0,
  unquoted: emptyPlaces(),
  unquotedText: '',
  repeats: emptyPlaces(),
  orders: undefined,
});

export const answerFields: Tally<FieldState, RecordView> = {
  empty: () => ({
    answers: 0,
    kinds: Object.fromEntries(KINDS.map((kind) => [kind, emptyPlaces()])) as FieldState['kinds'],
    fields: new Map(),
    highest: Number.POSITIVE_INFINITY,
  }),
  add(state, view) {
    for (const turn of view.turns) {
      if (!turn.learned || turn.text === '' || hasCalls(turn)) continue;
      state.answers += 1;
      if ((turn.bits & (TextBits.brace | TextBits.bracket)) === 0) continue;
      const answer = turn.json;
      if (answer !== undefined && typeof answer.value === 'object' && answer.value !== null) {
        addAnswer(state, answer, turn, view);
      }
    }
  },
  merge(into, from) {
    into.answers += from.answers;
    for (const kind of KINDS) mergePlaces(into.kinds[kind], from.kinds[kind]);
    for (const [path, field] of from.fields) {
      const own = fieldAt(into, path);
      if (own !== undefined) mergeField(own, field);
    }
    into.highest = Math.min(into.highest, from.highest);
    trimFields(into);
  },
};

const hasCalls = ({ message }: Turn): boolean => partsOf(message).some(({ type }) => type === 'call');

function addAnswer(state: FieldState, answer: JsonAnswer, turn: Turn, view: RecordView): void {
  const { value, text, form } = answer;
  const at = view.at;
  const { kinds } = state;
  addPlace(kinds[form], at);
  addPlace(Array.isArray(value) ? kinds.lists : kinds.objects, at);
  addPlace(text.includes('\n') ? kinds.pretty : kinds.compact, at);
  if (/\\u(?:00[89a-f]|0[1-9a-f]|[1-9a-f])/i.test(text)) addPlace(kinds.escaped, at);
  if ((turn.bits & TextBits.nonAscii) !== 0 && /[^\x00-\x7f]/.test(text)) addPlace(kinds.raw, at);
  if (form === 'bare') addPlace(turn.text.endsWith('\n') ? kinds.ended : kinds.unended, at);
  const walk = new Walk(state, view);
  walk.value('', value as JsonValue);
  if (!walk.saysSomething) addPlace(kinds.empty, at);
  if (state.fields.size >= MOST_PATHS * 2) trimFields(state);
}

/** One walk over one answer. */
class Walk {
  readonly #state: FieldState;
  readonly #view: RecordView;
  readonly #at: Position;
  #left = MOST_VALUES;
  #asked: readonly Turn[] | undefined;
  #squeezed: string | undefined;
  saysSomething = false;

  constructor(state: FieldState, view: RecordView) {
    this.#state = state;
    this.#view = view;
    this.#at = view.at;
  }

  value(path: string, value: JsonValue): void {
    if (this.#left === 0) return;
    this.#left -= 1;
    const absent = absentForm(value);
    if (absent === undefined && typeof value !== 'object') this.saysSomething = true;
    const field = fieldAt(this.#state, path);
    if (field !== undefined) this.#enter(field, value, absent);
    if (Array.isArray(value)) {
      const inside = `${path}/*`;
      for (const item of value) this.value(inside, item);
    } else if (isObject(value)) {
      for (const key of Object.keys(value)) this.value(`${path}/${escapeStep(key)}`, value[key] as JsonValue);
    }
  }

  #enter(field: Field, value: JsonValue, absent: string | undefined): void {
    const type = typeOf(value);
    const places = field.types[type] ?? emptyPlaces();
    field.types[type] = places;
    addPlace(places, this.#at);
    if (absent !== undefined) this.#absent(field, absent);
    if (typeof value === 'string') this.#text(field, value, absent !== undefined);
    else if (Array.isArray(value)) {
      const { length } = value;
      if (length > 1 && length <= MOST_VALUES && hasEqualItems(value)) addPlace(field.repeats, this.#at);
    } else if (isObject(value)) {
      const keys = Object.keys(value);
      if (keys.length < 2 || keys.length > MOST_KEYS) return;
      field.orders ??= emptyKeyed(MOST_ORDERS);
      addKeyed(field.orders, keys.join('\n'), this.#at);
    }
  }

  #absent(field: Field, form: string): void {
    const places = field.absent.get(form) ?? emptyPlaces();
    field.absent.set(form, places);
    addPlace(places, this.#at);
  }

  #text(field: Field, text: string, isAbsent: boolean): void {
    if (text.length <= LONGEST_LABEL) {
      field.texts ??= emptyKeyed(MOST_TEXTS);
      addKeyed(field.texts, text, this.#at);
    } else field.longTexts += 1;
    if (isAbsent) return;
    if (text.length <= LONGEST_MASKED && /\d/.test(text)) {
      field.masks ??= emptyKeyed(MOST_MASKS);
      addKeyed(field.masks, maskOf(text), this.#at);
    }
    if (text.length < SHORTEST_SPAN || text.length > LONGEST_SPAN) return;
    if (this.#isQuoted(text)) field.quoted += 1;
    else {
      const before = field.unquoted.first[0];
      addPlace(field.unquoted, this.#at);
      if (field.unquoted.first[0] !== before) field.unquotedText = text;
    }
  }

  /** As it stands, up to case and white space, or up to punctuation and line breaks. */
  #isQuoted(text: string): boolean {
    this.#asked ??= this.#view.turns.filter(({ learned }) => !learned);
    const asked = this.#asked;
    if (asked.some((turn) => turn.text.includes(text))) return true;
    const folded = isPlain(text) ? text.toLowerCase() : foldText(text);
    if (asked.some((turn) => turn.folded.includes(folded))) return true;
    // One word has nothing to be joined in another way.
    if (isWord(folded)) return false;
    this.#squeezed ??= squeezed(asked.map((turn) => turn.folded).join('\n'));
    return this.#squeezed.includes(squeezed(folded));
  }
}

function fieldAt(state: FieldState, path: string): Field | undefined {
  let field = state.fields.get(path);
  if (field === undefined) {
    if (hash32(path) > state.highest) return undefined;
    field = newField();
    state.fields.set(path, field);
  }
  return field;
}

function mergeField(into: Field, from: Field): void {
  for (const type of FIELD_TYPES) {
    const places = from.types[type];
    if (places === undefined) continue;
    const own = into.types[type] ?? emptyPlaces();
    into.types[type] = own;
    mergePlaces(own, places);
  }
  for (const [form, places] of from.absent) {
    const own = into.absent.get(form) ?? emptyPlaces();
    into.absent.set(form, own);
    mergePlaces(own, places);
  }
  into.texts = mergedKeyed(into.texts, from.texts);
  into.longTexts += from.longTexts;
  into.masks = mergedKeyed(into.masks, from.masks);
  into.quoted += from.quoted;
  const before = into.unquoted.first[0];
  mergePlaces(into.unquoted, from.unquoted);
  if (into.unquoted.first[0] !== before) into.unquotedText = from.unquotedText;
  mergePlaces(into.repeats, from.repeats);
  into.orders = mergedKeyed(into.orders, from.orders);
}

function mergedKeyed(into: Keyed | undefined, from: Keyed | undefined): Keyed | undefined {
  if (from === undefined) return into;
  const own = into ?? emptyKeyed(from.limit);
  mergeKeyed(own, from);
  return own;
}

/** Gives up the paths beyond those that are kept. */
export function trimFields(state: FieldState): void {
  if (state.fields.size <= MOST_PATHS) return;
  for (const path of beyond(state.fields.keys(), MOST_PATHS)) state.fields.delete(path);
  state.highest = [...state.fields.keys()].reduce((most, path) => Math.max(most, hash32(path)), 0);
}
