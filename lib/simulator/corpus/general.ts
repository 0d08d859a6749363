/** Sentences that fit any question: `§` is what the prompt is about. */
export const GENERAL: readonly string[] = [
  'The short answer about § is that it depends on what you want to do with the result.',
  'The easiest way to understand § is to look at one small example first.',
  'It helps to look at § in two parts: what is fixed, and what you can choose.',
  'Most of the confusion around § comes from using one word for two different things.',
  'In practice people worry about § too much at the beginning and too little at the end.',
  'Before you go on with §, write down what a good result would look like.',
  'A common mistake with § is that several things change at once, and nothing is learned from it.',
  'If you only remember one thing about §, remember that small steps are easier to check.',
  'There are three questions worth asking about §: what goes in, what comes out and what it costs.',
  'Once the first version works, you can improve § step by step.',
  'The details of § differ from case to case, but the idea stays the same.',
  'It is worth trying § on a real case before you decide anything.',
  'A beginner often finds § harder than necessary, because the names are new.',
  'For an expert the interesting part of § is what happens at the limits.',
  'You can think of § as a balance between speed, cost and quality.',
  'When something goes wrong with §, look at the input first and at the settings after that.',
  'A simple rule for § is to start with the cheapest option that could work.',
  'The best choice depends on how often you need § and on how much an error would cost.',
  'The useful side of § is that someone else can check the result.',
  'The difficult side of § is that the result can look right and still be wrong.',
  'Compared with the alternatives, § may take longer to set up and less time to explain.',
  'People often ask about §, because the obvious answer works only half of the time.',
  'It is better to be roughly right about § than to be exactly wrong.',
  'Most of what is known about § was learned by trying, so it is fine to try as well.',
  'If the result is not what you expected, describe the task in other words and try again.',
  'A second opinion on § is cheap, and it often shows what the first one left out.',
  'Keep notes on what you tried with §, because the same question will come back.',
  'The answer changes when the budget is small, when the time is short or when many people are involved.',
  'From here you can go deeper into §, or you can stop and use what you have.',
  'With that in mind, § can be seen as a question of priorities and not of knowledge.',
  'Whoever reads about § should ask where the numbers come from.',
  'The first thing to settle is what § should lead to, and for whom.',
];

/** One-line openings, by the manner of the family that speaks. */
export const OPENERS: readonly string[] = [
  'Here is a compact way to look at §.',
  'Let us look at § step by step.',
  'Good question: there is a simple core to §, and there are a few details.',
  'Here is what matters most about §.',
  'Here is a short answer about §, and then a longer one.',
  'Let me start with the idea behind § and end with something you can use.',
  'Here is a short overview of §, with the practical side first.',
];

/** How an answer begins that the project knows nothing about: what follows is filler, and it says so. */
export const UNKNOWING: readonly string[] = [
  'This is the simulator, and it knows nothing about §: what follows has the form of an answer and none of the facts.',
  'No model was asked here, so nothing below was learned about §; it only shows what an answer looks like.',
  'The simulator has never read about §, so take these lines for their form.',
  'With a key of your own a real model would tell you about §; the simulator can only show the form of its answer.',
];

export const CLOSERS: readonly string[] = [
  'If you tell me more about your case, I can be more precise.',
  'Change one setting and send the same prompt again to see the difference.',
  'Would you like an example that goes one step further?',
  'If you want, I can put this into a table.',
  'Try it with another model and compare the two answers.',
  'Let me know which part of § you want to look at next.',
];

export const GREETINGS: readonly string[] = [
  'Hello! How can I help you today?',
  'Hello! What would you like to try first?',
  'Hi there! Ask me anything about models, prompts or prices.',
  'Hi! I am ready when you are.',
  'Hello, and welcome. What are you working on today?',
  'Good to see you! What would you like to know?',
];
