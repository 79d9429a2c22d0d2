/* speaker_scene: whom a document speaks of: its figures, each with what the text tells of it, and where each is seen. */
#ifndef SPEAKER_SCENE_H
#define SPEAKER_SCENE_H

#include <stdint.h>

#include "speaker.h"
#include "speaker_term.h"

enum figure_kind { FIGURE_PERSON, FIGURE_ORG, FIGURE_PLACE, FIGURE_GROUP, FIGURE_OTHER, FIGURE_SOURCE };

enum { FIGURE_WORDS = 48 };

struct figure {
	enum figure_kind kind;    /* FIGURE_SOURCE: described, not named */
	struct slice id, name;
	char gender;              /* 'm', 'f' or 0 */
	uint64_t age;             /* hash of its years, as they are written; 0: not told */
	bool plural, human, known; /* human, of a source: a person or people; known: scene_known was asked */
	bool owned;               /* the text tells whose lawyer or chief it is */
	uint32_t sightings, first, last; /* how many, and which of the scene's they begin and end with */
	uint32_t named_in;        /* one more than the row of the last quotation that names it; 0: none */
	uint32_t words;
	uint64_t *word;           /* hashes of the words said of it in titles and appositions, folded, and of its roles; FIGURE_WORDS at most */
	struct slice key, country, place; /* of a source: its role, its country's code, its institution */
	size_t owner;             /* and whose it is; SIZE_MAX: not told */
};

struct sighting {
	uint32_t start, end;  /* bytes */
	uint32_t first, last; /* tokens, half-open */
	uint32_t figure, sentence;
	uint32_t again;     /* the next of its figure, unless it is the last */
	bool quoted;        /* within a direct quotation */
	bool opens;         /* the first figure of its sentence, and near its start */
	bool owner;         /* a possessive follows */
	bool behind_prep;   /* a preposition stands before it */
	bool adjective;     /* a name that tells of what kind another noun is: "Finnish officials", "Nordbank analyst" */
};

struct scene {
	const struct speaker_rules *rules;
	struct doc *doc;
	const struct token *token; /* of its sentences, one after the other */
	size_t tokens;
	const struct sentence *sentence;
	size_t sentences;
	const uint32_t *begin; /* of each sentence, and behind them: its first token */
	struct figure *figure;
	size_t figures, figure_cap;
	struct sighting *sight;
	size_t sights;
	uint32_t *named;    /* of each token, and behind them: one more than the sighting that begins there; 0: none */
	struct sighting *source; /* of the sources found so far, in the order of the quotations */
	size_t sources, source_cap;
	uint32_t *slot;     /* by hash of an id: one more than the figure; 0: free */
	size_t slots, used;
	size_t interviewed; /* the figure that answers in an interview; SIZE_MAX: none */
};

/* The text has a sentence. */
void scene_read(struct scene *s, const struct speaker_rules *r, struct doc *d, const struct speaker_text *text);
void scene_free(struct scene *s);

/* The bytes of token i. */
static inline struct slice
scene_text(const struct scene *s, size_t i)
{
	return token_text(s->doc->text, &s->token[i]);
}

/* Is token i a small word of one of those SMALL_ classes? */
static inline bool
scene_small(const struct scene *s, size_t i, uint32_t of)
{
	return small_at(s->rules, i, of);
}

/* The first token that ends behind the byte; the number of tokens if none. */
size_t scene_token(const struct scene *s, size_t offset);

/* The sentence that holds the byte, or the last one before it. */
size_t scene_sentence(const struct scene *s, size_t offset);

/* The first sighting that ends behind the byte. */
size_t scene_sight(const struct scene *s, size_t offset);

/* The sighting that begins at token i and ends at or before token last; NULL if none. */
const struct sighting *scene_named(const struct scene *s, size_t i, size_t last);

/* The figure of f's id, which is f if the document has none yet. */
size_t scene_figure(struct scene *s, const struct figure *f);

/* The code of the country that was last the subject of a sentence before the byte, at most two sentences back; empty if none. */
struct slice scene_country(const struct scene *s, size_t offset);

/* Notes that a source was seen at [start, end). */
void scene_see_source(struct scene *s, size_t figure, size_t start, size_t end);

/* Hash of a word, folded, of it as a role that one has, and of token i; and whether f has been said to be it. */
uint64_t scene_word(struct slice word);
uint64_t scene_role(struct slice word);

static inline uint64_t
scene_token_word(const struct scene *s, size_t i)
{
	return s->rules->vocab->term[s->rules->number[i].term].hash;
}

bool figure_has(const struct figure *f, uint64_t word);

/* The figure, with the gender, words and owner that the text tells of a person or a house beside the name, which this finds out. */
const struct figure *scene_known(const struct scene *s, size_t figure);

#endif
