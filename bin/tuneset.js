#!/usr/bin/env node
import module from 'node:module';

// From Node 22 on: code that was compiled once is kept for the next run.
module.enableCompileCache?.();
const { main } = await import('../dist/cli/main.js');

process.exitCode = await main(process.argv.slice(2), process);
