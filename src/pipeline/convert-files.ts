// Conversion from paths to a path: opens what is to be written, converts, and leaves nothing where it was refused.

import type { Readable, Writable } from 'node:stream';
import type { Destination } from '../formats/convert-record.ts';
import { createFile } from '../io/write-file.ts';
import { createRecords } from '../io/write-records.ts';
import type { Conversion } from '../model/conversion.ts';
import { UserError } from '../model/error.ts';
import type { Settings } from '../model/settings.ts';
import { rejectsPath } from '../report/conversion-text.ts';
import { lossLine } from '../report/loss-line.ts';
import { convert } from './convert.ts';
import type { Progress } from './intake.ts';
import type { ToolName } from './judge.ts';

export interface ConversionRequest {
  /** `-` is standard output. */
  readonly output: string;
  readonly destination: Destination;
  /** Whether any loss at all refuses the conversion. */
  readonly strict: boolean;
  /** Whether a file that stands at a path may be replaced. */
  readonly force: boolean;
  /** Where every loss is written, one JSON object per line. */
  readonly losses: string | undefined;
}

export interface ConvertFilesOptions {
  readonly tool: ToolName;
  readonly root: string;
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly progress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** @throws UserError when the request is wrong: a missing file, an output that stands there already */
export async function convertFiles(
  paths: readonly string[],
  settings: Settings,
  { output, destination, strict, force, losses: lossesPath }: ConversionRequest,
  { stdout, ...options }: ConvertFilesOptions,
): Promise<Conversion> {
  const records = await createRecords(output, { stdout, force });
  try {
    const losses = lossesPath === undefined ? undefined : await createFile(lossesPath, { force });
    try {
      const conversion = await convert(
        paths,
        settings,
        {
          path: output,
          records,
          openRejects: async () => {
            if (output === '-') throw noPlaceForRejected();
            return createRecords(rejectsPath(output), { stdout, force });
          },
        },
        {
          ...options,
          destination,
          strict,
          ...(losses === undefined ? {} : { listen: (...loss) => losses.write(lossLine(...loss)) }),
        },
      );
      await (conversion.refusals.length === 0 ? losses?.commit() : losses?.discard());
      return conversion;
    } catch (cause) {
      await losses?.discard();
      throw cause;
    }
  } catch (cause) {
    await records.discard();
    throw cause;
  }
}

const noPlaceForRejected = (): UserError =>
  new UserError(
    'usage',
    'a record cannot be converted, and beside standard output there is no place for it',
    {
      hint: 'write to a file; rejected records then stand beside it',
    },
  );
