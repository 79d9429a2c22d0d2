/* quote_phrase: phrases and clauses among the units of a paragraph.  Places are indices of units; a sentence is [a, b), and
 * nothing outside of it is looked at. */
#ifndef QUOTE_PHRASE_H
#define QUOTE_PHRASE_H

#include "quote_unit.h"

/* The start of the noun phrase that ends before end, with what "of" and the like join to it; end if there is none. */
size_t phrase_left(const struct para *p, size_t a, size_t end);

/* The end of the noun phrase that begins at i, without what follows its head; i if there is none. */
size_t phrase_right(const struct para *p, size_t i, size_t b);

/* The end of what joins the noun phrase that ends at i: "for the company", "and its owner"; i if nothing does. */
size_t phrase_next(const struct para *p, size_t i, size_t b);

/* As phrase_right, with all that joins. */
size_t phrase_whole(const struct para *p, size_t i, size_t b);

/* quote_adverb: does an infinitive begin at i: "to go", "not to go"? */
bool phrase_infinitive(const struct para *p, size_t i, size_t b);

/* quote_adverb: where the adverbials that begin at i end: "Tuesday", "in a statement"; i if there are none. */
size_t phrase_adverbs(const struct para *p, size_t i, size_t b);

/* quote_adverb: where what two commas enclose, the first at i, ends, if it leads to "that" or to words in marks; else i. */
size_t phrase_inserted(const struct para *p, size_t i, size_t b);

/* quote_clause: is unit i a comma, or a quotation that ends in one? */
bool phrase_comma(const struct para *p, size_t i);

/* Do the words at i lead to a number: "at least 40"? */
bool phrase_quantity(const struct para *p, size_t i, size_t b);

/* quote_title: "said on Channel 4’s “Good Morning”": is the marked stretch at unit i, behind adverbials from `from` on, the name of
 * what it was said on? */
bool phrase_programme(const struct para *p, size_t from, size_t i);

/* quote_title: “Long Road Home”: does every longer word of the marked stretch at unit i have a capital? */
bool phrase_title(const struct para *p, size_t i);

/* quote_title: "in her book, “Long Road Home,”": is the marked stretch at unit i the title of what stands before it? */
bool phrase_work(const struct para *p, size_t i);

/* “No” was ...: the marked stretch that "to be" before unit i equates with what begins there; p->n if there is none. */
size_t phrase_equated(const struct para *p, size_t i);

/* quote_clause: is there a finite verb in [i, b)? */
bool phrase_finite(const struct para *p, size_t i, size_t b);

/* quote_clause: can a clause without "that" begin at i? */
bool phrase_opens_clause(const struct para *p, size_t i, size_t b);

/* quote_clause: the end of the clause reported from i on; inner: it stands in a clause that another follows. */
size_t phrase_clause_end(const struct para *p, size_t i, size_t b, bool inner);

/* quote_clause: does the reporter go on behind the comma at unit k: ", though ...", ", to which ...", ", in what ..."? */
bool phrase_reporter(const struct para *p, size_t k, size_t b);

#endif
