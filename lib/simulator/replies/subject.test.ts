import { describe, expect, it } from 'vitest';
import { gerund } from './gerund';
import { subjectOf } from './subject';

describe('the subject of a prompt', () => {
  it.each([
    ['Why is my answer cut off?', 'your answer'],
    ['Why is the sky blue?', 'the blue sky'],
    ['Why did my request fail with 429?', 'your request'],
    ['Why do cats purr?', 'cats'],
    ['What happens when I set temperature to 2?', 'setting temperature to 2'],
    ['What are the pros and cons of remote work?', 'remote work'],
    ['How do I cook rice?', 'cooking rice'],
    ['how to center a div', 'centering a div'],
    ['Plan a weekend in Rome', 'planning a weekend in Rome'],
    ['Translate "good morning" to French', 'translating'],
    ['Should I learn Rust or Go?', 'learning Rust or Go'],
    ['Can you help me debug my code?', 'debugging your code'],
    ['Write a function that reverses a string in Python', 'a function that reverses a string'],
    ['Write an email to my boss asking for a day off', 'an email to your boss'],
    ['Explain quantum computing to a child', 'quantum computing'],
    ['What is the difference between TCP and UDP?', 'TCP and UDP'],
    ['What is the capital of France?', 'the capital of France'],
    ['How does photosynthesis work?', 'photosynthesis'],
    ['How much does a million tokens cost?', 'a million tokens'],
    ['Summarize the plot of Hamlet', 'the plot of Hamlet'],
    ['What does top_p do?', 'top_p'],
    ['Explain the water cycle', 'the water cycle'],
    ['Photosynthesis in plants', 'photosynthesis in plants'],
    ['NASA and the moon', 'NASA and the moon'],
  ])('of "%s" is "%s"', (prompt, subject) => {
    expect(subjectOf(prompt)).toBe(subject);
  });

  it.each([
    'I feel sad today',
    'Who are you?',
    'What can you do?',
    'Continue',
    '你好，你是谁？',
    '',
    '42',
    'Fix this: x(1)',
  ])('of "%s" is nothing that could stand in a sentence', (prompt) => {
    expect(subjectOf(prompt)).toMatch(/^(?:your question|fixing this)$/);
  });

  it('is made of a verb by the rules of spelling', () => {
    const verbs = ['cook', 'make', 'plan', 'learn', 'tie', 'see', 'fix', 'debug', 'study', 'get', 'translate'];
    expect(verbs.map(gerund).join(' ')).toBe(
      'cooking making planning learning tying seeing fixing debugging studying getting translating',
    );
  });
});
