/* tally_matter: what a wording says, a clause at a time, as words that can be compared with those of another. */
#ifndef TALLY_MATTER_H
#define TALLY_MATTER_H

/* Parts of the value of a clause that may be contradicted.  Lists of words have blanks between and are in byte order. */
enum part {
	PART_STATEMENT, PART_OUTLET, PART_SPEAKER, PART_STANCE, PART_DAY,
	PART_SIGN,    /* "-" if it negates anything, or is denied */
	PART_WHOLE,   /* "-" if the whole wording does */
	PART_MOOD,    /* the stem of its last modal word: "=will", "=should"; MOOD_IF of what would be so if */
	PART_STEMS,   /* its content words that are no names */
	PART_SCOPE,   /* those of them that stand behind a negation */
	PART_NEGATED, /* those of them that are themselves negated: "evidence" of "no credible evidence that" */
	PART_BEHIND,  /* those that are so behind a word that says little: "recession" of "do not see a recession" */
	PART_CORE,    /* what phrases in marks name, in a quotation that is not all in marks: of “credible information” the latter */
	PART_NAMES,   /* its content words that are names */
	PART_VOICE,   /* the words of its speaker's name */
	PART_NOUN,    /* the stem of the noun that describes a speaker without a name: "=nurse" */
	PART_NUMBERS, /* "people#9000": numbers with the word that they count */
	PART_TEXT,    /* of the whole wording */
	PARTS
};

#define MOOD_IF "if"

#endif
