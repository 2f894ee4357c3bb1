// What commander says of a wrong command line, in the words of this program.

import { nearestNames } from '../model/edit-distance.ts';
import type { CommanderError } from './commander.ts';

export interface Complaint {
  readonly message: string;
  readonly hint: string;
}

/** `option '--fail-on <severity>' argument 'errors' is invalid. Allowed choices are error, warning.` */
const BAD_OPTION = /^option '(?<taker>[^' ]*)[^']*' argument '(?<value>.*)' is invalid\. (?<advice>.*)\.$/s;
/** `command-argument value 'things' is invalid for argument 'what'. Allowed choices are rules, formats.` */
const BAD_ARGUMENT =
  /^command-argument value '(?<value>.*)' is invalid for argument '(?<taker>[^']*)'\. (?<advice>.*)\.$/s;
const CHOICES = /^Allowed choices are (.*)$/;

/** A sentence and a hint for a command line that commander does not take. */
export function complaintAbout(cause: CommanderError, argv: readonly string[]): Complaint {
  const said = cause.message.replace(/^error: /, '');
  const invalid = BAD_OPTION.exec(said)?.groups ?? BAD_ARGUMENT.exec(said)?.groups;
  if (invalid !== undefined) return aboutValue(invalid);
  const [message = '', ...rest] = said.split('\n');
  const suggestion = rest.join(' ').replace(/^\((.*)\)$/, '$1');
  return {
    message,
    hint: suggestion === '' ? `${helpCall(argv)} shows what there is` : lowerFirst(suggestion),
  };
}

function aboutValue({
  taker = '',
  value = '',
  advice = '',
}: Readonly<Record<string, string | undefined>>): Complaint {
  const message = taker.startsWith('-') ? `${taker} cannot be '${value}'` : `unknown word '${value}'`;
  const choices = CHOICES.exec(advice)?.[1]?.split(', ');
  if (choices === undefined) return { message, hint: lowerFirst(advice) };
  const [near] = nearestNames(value, choices);
  return { message, hint: near === undefined ? `known: ${choices.join(', ')}` : `did you mean ${near}?` };
}

/** `tuneset check --help`, where a command was named. */
function helpCall(argv: readonly string[]): string {
  const command = argv[0];
  return command !== undefined && /^[a-z]+$/.test(command) ? `tuneset ${command} --help` : 'tuneset --help';
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
