// Compiles wasm/count-core.ts to dist/tokens/count-core.wasm; part of the build.
import asc from 'assemblyscript/asc';

const { error, stderr } = await asc.main([
  'wasm/count-core.ts',
  '--outFile',
  'dist/tokens/count-core.wasm',
  '-O3',
  '--noAssert',
  '--runtime',
  'stub',
  '--enable',
  'simd',
  // 64 KB each: the tables and caches of one thread, and a text of 1 MB.
  '--initialMemory',
  '93',
]);
if (error) {
  console.error(stderr.toString());
  process.exit(1);
}
