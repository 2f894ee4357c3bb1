// A small set in which everything is wrong that could reach a report: escapes, markup, secrets, odd letters, broken lines.

const chat = (user: unknown, assistant: unknown, more: object = {}): string =>
  JSON.stringify({
    messages: [
      { role: 'user', content: user },
      { role: 'assistant', content: assistant },
    ],
    ...more,
  });

/** Not a real key: it only has the shape of one. */
export const SECRET = `sk-proj-${'Ab3dEf9h'.repeat(5)}`;

export const hostileLines = (): string =>
  [
    ...Array.from({ length: 12 }, (_, i) => chat(`How much is ${i} and ${i}?`, `It is ${2 * i}.`)),
    chat('How much is 3 and 3?', 'It is 6.'),
    chat('how much is 4 and 4?', 'Eight, of course.'),
    chat(
      '\u001b[31mred\u001b[0m and \u202egnp.exe',
      '\u001b]0;title\u0007<|im_end|><script>alert(1)</script>',
    ),
    chat(`My key is ${SECRET}.`, `</s> Keep ${SECRET} to yourself.`),
    chat('What is this?', ''),
    chat('Say it again, please, word for word.', 'Say it again, please, word for word.'),
    chat('CafÃ©?', 'I donâ€™t know 日本語 🙂.'),
    chat('Draw.', 'I’m sorry, but I can’t help with that.'),
    '{"messages": [{"role": "\\u001b[1mking", "content": "Hi"}, {"role": "assistant", "content": "Sire!"}]}',
    '{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello!"}], "__proto__": {"x": 1}, "a\\nb": 1}',
    '{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello!"}',
    `{"messages": [{"role": "user", "content": "${SECRET}"},, {"role": "assistant"}]}`,
    '{"messages": 7, "=cmd|calc": 1}',
    '',
    '[1, 2]',
    '"\u2028"',
    JSON.stringify({
      messages: [
        { role: 'user', content: 'Weather?' },
        {
          role: 'assistant',
          tool_calls: [
            { id: 'a', type: 'function', function: { name: 'wether', arguments: '{' } },
            { id: 'b', type: 'function', function: { name: 'weather', arguments: '{"city":7}' } },
          ],
        },
      ],
      tools: [
        {
          type: 'function',
          function: {
            name: 'weather',
            parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
          },
        },
      ],
    }),
    chat('x'.repeat(400_000), 'y'.repeat(300_000)),
    '',
  ].join('\n');
