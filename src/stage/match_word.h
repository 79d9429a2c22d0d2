/* match_word: the words of a stream's quotations, each known by a number.  A word has a stem, shared by its forms and its
 * synonyms, a class from the word list, and a weight that grows with its rarity. */
#ifndef MATCH_WORD_H
#define MATCH_WORD_H

#include "affix.h"
#include "intern.h"
#include "lexicon.h"

enum word_class {
	WORD_CONTENT,
	WORD_COMMON,   /* a content word that says little */
	WORD_FUNCTION, /* weighs nothing */
	WORD_NEGATION,
	WORD_MODAL,
	WORD_FUTURE,   /* "will", "would" */
	WORD_QUANTITY,
	WORD_FOCUS,    /* "only", "just" */
	WORD_TIME,     /* names of days and months */
	WORD_WHICH,    /* a common word that tells which, before a time: "next" */
	WORD_RELATIVE, /* a time that another tells: "tomorrow", "weeks" */
	WORD_NUMBER,
	WORD_UNIT,     /* a content word: "miles" */
	WORD_REFUSAL,  /* a content word that negates, behind a "to": "failed" */
	WORD_INTENT,   /* a common word that says what is not done yet, behind a "to": "plans" */
	WORD_LIMIT,    /* "but", "although": what follows takes something back */
	WORD_CONDITION, /* "unless", "whether": it takes something back, and is not said to be so */
	WORD_CLASSES
};

struct word {
	uint32_t stem;        /* the word that stands for its forms and synonyms */
	uint32_t seen;        /* quotations with this stem (counted at the stem) */
	uint32_t last;        /* quotation that counted last, plus 1 */
	uint32_t weight;      /* what it adds to what two wordings share, in 1/16 bit, once vocabulary_weigh has been called */
	uint64_t hash;        /* of its text */
	uint32_t axis;        /* number, plus 1, of what stands for the two ends of what it says, "accept" and "reject"; 0 for none */
	bool minus;           /* it is at the lower end */
	enum word_class is;
};

static inline bool
word_is_common(enum word_class is)
{
	return is == WORD_COMMON || is == WORD_INTENT || is == WORD_WHICH;
}

static inline bool
word_is_content(enum word_class is)
{
	return is == WORD_CONTENT || word_is_common(is) || is == WORD_UNIT || is == WORD_REFUSAL;
}

struct vocabulary {
	const struct lexicon *classes;  /* words.tsv: class, the stem where the rules do not find it, axis */
	struct affixes endings;         /* affixes.tsv: of class stem, and negation */
	struct affixes negations;
	struct intern names;            /* folded; a stem is "=stem", an axis "~axis" */
	struct word *word;
	size_t cap;
};

/* Of a language, whose built-in endings it takes; classes may be NULL.  vocabulary_free ends v, but not the lexicon. */
void vocabulary_begin(struct vocabulary *v, const struct lexicon *classes, const char *lang);
void vocabulary_free(struct vocabulary *v);

/* The number of a folded word; a new one if it is new. */
uint32_t vocabulary_word(struct vocabulary *v, struct slice folded);

/* The same of one that is written as a name: "May" is no "may", if the list has it so. */
uint32_t vocabulary_name(struct vocabulary *v, struct slice folded);

/* Counts the stem of word for a quotation: at most once each, if all words of a quotation come in a row. */
void vocabulary_count(struct vocabulary *v, uint32_t word, uint32_t quotation);

/* Weighs all words, for a stream of n quotations: by their stems; function words weigh nothing. */
void vocabulary_weigh(struct vocabulary *v, size_t n);

#endif
