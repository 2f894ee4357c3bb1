// The door to commander, which reads command lines and writes their help.

export { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
