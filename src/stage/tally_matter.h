/* tally_matter: what a wording says, as words that can be compared with those of another. */
#ifndef TALLY_MATTER_H
#define TALLY_MATTER_H

/* Parts of the value of a wording that may be contradicted.  Lists of words are in byte order, blanks between. */
enum part {
	PART_STATEMENT, PART_OUTLET, PART_SPEAKER, PART_STANCE, PART_DAY,
	PART_SIGN,    /* "-" if it negates anything, or is denied */
	PART_STEMS,   /* its content words that are no names */
	PART_NEGATED, /* those of them that it negates */
	PART_CORE,    /* those in marks, in a quotation that is not all in marks */
	PART_NUMBERS, /* "people#9000": numbers with the word that they count */
	PART_TEXT, PARTS
};

#endif
