// Pairs of `input` and `output`, as IBM watsonx.ai and some trainers call the two.

import { pair, pairFormat } from './pair-format.ts';

export const inputOutput = pairFormat(
  {
    id: 'input-output',
    title: 'Input and output: {input, output}, as texts or as messages',
    sources: [
      {
        title: 'IBM watsonx.ai, data formats for tuning',
        url: 'https://www.ibm.com/docs/SSLSRPV_2.2.x/wsj/analyze-data/fm-tuning-data.html',
        read: '2026-11-22',
      },
    ],
  },
  pair('input', 'output', 0.7),
);
