// Records looked at again, after the survey: understood as before, without counting and without judging.

import { type Batch, placeOf } from '../io/batch.ts';
import { parseRecord } from '../io/parse-record.ts';
import type { Format } from '../model/format.ts';
import { isObject } from '../model/json.ts';
import type { Settings } from '../model/settings.ts';
import { HintBook } from '../text/hint-finder.ts';
import { NO_COUNTER } from '../tokens/counter.ts';
import { labelWish } from './label.ts';
import { LiveView } from './record-view.ts';

/** Gives the view of one record after another, each valid until the next; undefined where none is understood. */
export type Reread = (batch: Batch, record: number, format: Format | undefined) => LiveView | undefined;

export function makeReread(settings: Settings): Reread {
  const view = new LiveView({
    counter: NO_COUNTER,
    accounting: {
      overhead: 'none',
      framing: () => ({ low: 0, high: 0 }),
      tools: () => undefined,
      image: () => undefined,
    },
    finder: new HintBook().finder(),
    label: labelWish(settings),
  });
  return (batch, record, format) => {
    const start = batch.starts[record] as number;
    const end = batch.ends[record] as number;
    const flag = batch.flags[record] as number;
    const value = parseRecord(batch.bytes, start, end, flag, settings, () => {});
    if (value === undefined || !isObject(value)) return undefined;
    const example = format?.parse(value, () => {});
    if (example === undefined) return undefined;
    view.load(placeOf(batch, record), value, example);
    return view;
  };
}
