/* entity_link: what the files of the linking share; entity.h has what others see. */
#ifndef ENTITY_LINK_H
#define ENTITY_LINK_H

#include "entity_linker.h"

/* The slot of a key, claimed if it was free. */
struct who *linker_who(const struct linker *l, uint64_t hash);

/* The entry of the names' lists for the tokens from first to before last; NULL if none. */
const struct entry *linker_listed(const struct linker *l, size_t first, size_t last);

/* entity_core: the person's own name in a mention. */
struct core linker_core(const struct linker *l, const struct mention *m);

/* What the lists of given names' spellings and short forms have for a word; NULL if nothing. */
const struct entry *linker_variant(const struct linker *l, uint64_t hash);

/* Appends a word to l->key, folded, letters and digits alone, a hyphen between words. */
void linker_slug(struct linker *l, struct slice word);

/* kind, and l->key behind it, in the document's arena. */
struct slice linker_id(struct linker *l, const char *kind);

/* The id that the text's own words make; empty if they hold no letter. */
struct slice linker_id_of(struct linker *l, enum entity_type type, struct slice text);

/* Do two names of the same words name two persons?  "George W. Holm", "George H. W. Holm"; "Olaf II", "Olaf V". */
bool linker_rivals(const struct linker *l, const struct mention *a, const struct mention *b);

/* Has the name what tells it from a rival's; and appends the name with it to l->key. */
bool linker_marked(const struct linker *l, const struct mention *m);
void linker_slug_marked(struct linker *l, const struct mention *m);

/* entity_alias: finds of which persons the text has two names; and the number of the person of whom mention k is another name; 0
 * if of none. */
void link_aliases(struct linker *l);
uint32_t link_alias(const struct linker *l, size_t k);

/* The hash of the acronym of m's capitals ("Orla Relief Fund": ORF); 0 if it has fewer than two. */
uint64_t linker_acronym(const struct linker *l, const struct mention *m);

/* entity_letters: gives the mentions of letters that the text spells out, once all are linked, what they stand for. */
void link_letters(struct linker *l);

/* Stands the mention in a headline, and do its capitals mislead?  "Ana Tarn Compares Holm", "Debating Holm" */
bool linker_headlined(const struct linker *l, const struct mention *m);

/* entity_short: links mention k, a short form, to the person that it means, if to any. */
void link_short(struct linker *l, size_t k);

/* Links the mentions of persons: those of two words or more first, short forms in their light. */
void link_persons(struct linker *l);

/* entity_state: "Oslo denied it": does the capital, or the seat, stand for its government? */
bool linker_acts(const struct linker *l, const struct mention *m);

/* Of a body that every state has, "Norway's Supreme Court", gives the mention its country's id; false where no
 * country is told. */
bool linker_state_body(struct linker *l, struct mention *m);

/* Does the list have it as a state's agency? */
bool linker_agency(const struct entry *e);

/* entity_misspelt: are two long names one, misspelt?  Short ones are too often two families'; so is "Robertson" beside "Roberts". */
bool linker_misspelt(struct slice a, struct slice b);

#endif
