// Scripts that complete words of the command line in bash, zsh and fish, made from the commands themselves.

import type { Command } from './commander.ts';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** What may stand behind a flag, or as a command's first word, beyond what the commands say themselves. */
export interface KnownWords {
  readonly flags: Readonly<Record<string, readonly string[]>>;
  readonly arguments: Readonly<Record<string, readonly string[]>>;
}

interface Flag {
  readonly names: readonly string[];
  readonly about: string;
  readonly takesValue: boolean;
  /** Empty: files, or anything. */
  readonly values: readonly string[];
}
interface Verb {
  readonly name: string;
  readonly about: string;
  readonly flags: readonly Flag[];
  readonly words: readonly string[];
}

/** The script for one shell; the user's startup file reads it. */
export function completionScript(program: Command, shell: Shell, known: KnownWords): string {
  const verbs = program.commands.map((command) => verbOf(command, known));
  return { bash, zsh, fish }[shell](program.name(), verbs);
}

function verbOf(command: Command, known: KnownWords): Verb {
  const [first] = command.registeredArguments;
  return {
    name: command.name(),
    about: command.summary() || command.description(),
    words: known.arguments[command.name()] ?? first?.argChoices ?? [],
    flags: [
      ...command.options.map(({ short, long, description, required, optional, argChoices }) => ({
        names: [long, short].filter((name) => name !== undefined && name !== null),
        about: description,
        takesValue: required || optional,
        values: argChoices ?? known.flags[long ?? ''] ?? [],
      })),
      { names: ['--help', '-h'], about: 'show this help', takesValue: false, values: [] },
    ],
  };
}

/** In single quotes, for any shell of the three. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const allNames = (verb: Verb): string => verb.flags.flatMap(({ names }) => names).join(' ');

function bash(program: string, verbs: readonly Verb[]): string {
  const values = verbs.flatMap((verb) =>
    verb.flags.flatMap(({ names, values: words }) =>
      words.length === 0
        ? []
        : [
            `    ${names.map((name) => quoted(`${verb.name} ${name}`)).join('|')}) words=${quoted(words.join(' '))} ;;`,
          ],
    ),
  );
  const flagsWithFiles = verbs.flatMap((verb) =>
    verb.flags.flatMap(({ names, takesValue, values: words }) =>
      takesValue && words.length === 0 ? names.map((name) => quoted(`${verb.name} ${name}`)) : [],
    ),
  );
  return `# ${program} completion for bash: source <(${program} completion bash)
_${program}() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" verb='' words='' i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "\${COMP_WORDS[i]}" in
      ${verbs.map(({ name }) => name).join('|')}) verb="\${COMP_WORDS[i]}"; break ;;
    esac
  done
  COMPREPLY=()
  case "$verb $previous" in
${values.join('\n')}
    ${flagsWithFiles.join('|')}) return ;;
    *)
      if [[ $current == -* ]]; then
        case "$verb" in
${verbs.map((verb) => `          ${verb.name}) words=${quoted(allNames(verb))} ;;`).join('\n')}
          *) words='--help --version' ;;
        esac
      else
        case "$verb" in
          '') words=${quoted(verbs.map(({ name }) => name).join(' '))} ;;
${verbs
  .filter(({ words }) => words.length > 0)
  .map(({ name, words }) => `          ${name}) words=${quoted(words.join(' '))} ;;`)
  .join('\n')}
        esac
      fi
      ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _${program} ${program}
`;
}

function zsh(program: string, verbs: readonly Verb[]): string {
  const described = (pairs: readonly (readonly [string, string])[]): string =>
    pairs.map(([name, about]) => quoted(`${name.replaceAll(':', '\\:')}:${about}`)).join(' ');
  const values = verbs.flatMap((verb) =>
    verb.flags.flatMap(({ names, takesValue, values: words }) =>
      takesValue
        ? [
            `    ${names.map((name) => quoted(`${verb.name} ${name}`)).join('|')}) ${words.length === 0 ? '_files' : `compadd -- ${words.map(quoted).join(' ')}`}; return ;;`,
          ]
        : [],
    ),
  );
  const flags = verbs.map(
    (verb) =>
      `      ${verb.name}) found=(${described(verb.flags.flatMap(({ names, about }) => names.map((name) => [name, about] as const)))}) ;;`,
  );
  return `#compdef ${program}
# ${program} completion for zsh: source <(${program} completion zsh)
_${program}() {
  local current="\${words[CURRENT]}" previous="\${words[CURRENT-1]}" verb='' word
  local -a found
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "$word" in
      ${verbs.map(({ name }) => name).join('|')}) verb="$word"; break ;;
    esac
  done
  case "$verb $previous" in
${values.join('\n')}
  esac
  if [[ "$current" == -* ]]; then
    case "$verb" in
${flags.join('\n')}
      *) found=('--help:show this help' '--version:print the version') ;;
    esac
    _describe -o flag found
    return
  fi
  case "$verb" in
    '') found=(${described(verbs.map(({ name, about }) => [name, about] as const))}); _describe command found ;;
${verbs
  .filter(({ words }) => words.length > 0)
  .map(({ name, words }) => `    ${name}) compadd -- ${words.map(quoted).join(' ')} ;;`)
  .join('\n')}
    *) _files ;;
  esac
}
if [[ "\${funcstack[1]}" == _${program} ]]; then _${program} "$@"; else compdef _${program} ${program}; fi
`;
}

/** Single quotes of fish know two escapes. */
const fishQuoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

function fish(program: string, verbs: readonly Verb[]): string {
  const lines = verbs.flatMap(({ name, about, flags, words }) => [
    `complete -c ${program} -n __fish_use_subcommand -f -a ${name} -d ${fishQuoted(about)}`,
    ...(words.length === 0
      ? []
      : [
          `complete -c ${program} -n '__fish_seen_subcommand_from ${name}' -f -a ${fishQuoted(words.join(' '))}`,
        ]),
    ...flags.map(({ names, about: what, takesValue, values }) => {
      const shown = names.map((flag) =>
        flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
      );
      const value = !takesValue
        ? []
        : values.length === 0
          ? ['-r']
          : ['-x', `-a ${fishQuoted(values.join(' '))}`];
      return `complete -c ${program} -n '__fish_seen_subcommand_from ${name}' ${[...shown, ...value].join(' ')} -d ${fishQuoted(what)}`;
    }),
  ]);
  return `# ${program} completion for fish: ${program} completion fish | source\n${lines.join('\n')}\n`;
}
