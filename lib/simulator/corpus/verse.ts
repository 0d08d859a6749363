/** Lines for poems and for stories. */
export const VERSES: readonly string[] = [
  'The morning speaks of § in a quiet voice,',
  'The evening keeps a place for § and for the rain,',
  'A single word is chosen out of many,',
  'A single light is left above the water,',
  'And every road is weighed before the choice,',
  'And every word is weighed before the silence,',
  'And nothing that was said is lost again,',
  'And nothing that was weighed is worth a penny,',
  'The dice are thrown where nobody is looking,',
  'The river carries § beyond the bridge,',
  'The river carries letters to the sea,',
  'A little warmth will let the numbers wander,',
  'A little cold will hold them to the ridge,',
  'I asked for § and got a field of starlight,',
  'I asked the night for something I could keep,',
  'And slowly, token after token, falling,',
  'And slowly, like the snow above the city,',
];

/** One each: a joke that crosses into another is none. */
export const JOKES: readonly string[] = [
  'Why did the token cross the road? Because it was the most likely one.',
  'My temperature was two, so I ordered a bicycle with extra cheese.',
  'A model walks into a bar, and the bartender says: I am sorry, your context window is full.',
  'How many samplers does it take to change a lamp? That depends on the seed.',
  'I told my fallback a secret, and now three providers know it.',
];

/** The three lines of a haiku; the first takes the subject, whatever its length. */
export const HAIKU_STARTS: readonly string[] = [
  '§ at the window,',
  '§ before morning,',
  '§ and a still house,',
  '§, and the long road,',
];

export const HAIKU_MIDDLES: readonly string[] = [
  'a slow lamp counts the quiet,',
  'one word falls, and then the next,',
  'the river learns a new name,',
  'somewhere a door is open,',
  'the last bus goes without us,',
];

export const HAIKU_ENDS: readonly string[] = [
  'nobody answers.',
  'the dice are still warm.',
  'and the page is full.',
  'night keeps the receipt.',
  'snow on every step.',
];

/** Lines that a poem can end with. */
export const LAST_VERSES: readonly string[] = [
  'The answer comes to those who do not sleep.',
  'The answer comes, and it is only §.',
  'The answer stays with those who know the sea.',
  'And in the morning there is only §.',
  'And what remains is § and the sea.',
  'A lamp goes out, and someone turns the page.',
];

/** How a tale begins, goes on and ends: three corpora, so that no tale begins with its end. */
export const TALE_STARTS: readonly string[] = [
  'At the edge of the town there lived a clockmaker who had never thought about §.',
  'One morning a letter arrived, and the only word in it was §.',
  'Long before anyone had a name for §, there was a bridge across the river and a lamp at each end of it.',
  'In a house by the harbour, behind a door that was never locked, somebody was waiting for §.',
];

export const TALE_ENDS: readonly string[] = [
  'She smiled, put the key back and walked home in the dark.',
  'When people asked her later what she had found, she pointed at the lamp.',
  'And that is why there is still a light in the window of the clockmaker.',
  'Nobody ever asked about § again, but every child in the town knows the way to the bridge.',
];

export const TALES: readonly string[] = [
  'She read the letter twice and put it under the lamp.',
  'Nobody in the town could say where the letter came from.',
  'The old man at the harbour laughed and said that § was a story for children.',
  'So she packed a lamp, a map and a piece of bread and went down to the river.',
  'The road along the river was longer than the map had promised.',
  'By the evening she had found a bridge, a locked door and a small brass key.',
  'The key turned without a sound, and behind the door there was only a mirror.',
  'In the mirror she saw the town as it would be in a hundred years.',
  'Everyone in it was talking about § as if it had always been there.',
  'A boy with a broken umbrella asked her what she was looking for.',
  'Twice she lost the way, and twice the sound of the water brought her back.',
  'Behind the third hill the road divided, and neither sign could be read any more.',
  'Then it began to snow, and every footprint but her own was gone.',
  'What she had taken for a star was a lamp in a window far away.',
];
