/* ledger: the statements of many documents, most-carried first, each with its wordings.  Takes
 * matched documents one by one and keeps of them what a report shows. */
#ifndef LEDGER_H
#define LEDGER_H

#include "doc.h"
#include "instant.h"

struct article {
	struct slice id, source, published, url, title;
	int64_t instant; /* of its publication */
};

/* A change row: what a wording does to the fullest one. */
struct sense {
	struct slice level; /* "negation", "number" …; empty: wording alone */
	struct slice from, to;
};

/* One quotation of one document; the parts that a cue split are joined by an ellipsis. */
struct wording {
	size_t article;      /* index into ledger.article */
	size_t number;       /* of the quotation in its document */
	size_t parts;        /* that it was joined of */
	size_t start, end;   /* bytes in the document's text, first part's start to last part's end */
	struct slice text;
	enum form form;
	struct slice stance, cue, speaker, speaker_id, speaker_name;
	struct slice statement, relation, similarity;
	struct slice context; /* the sentences that hold it, or what of them is near */
	size_t context_start; /* byte in the document's text */
	struct sense *sense;  /* those with a level */
	size_t nsense;
	const struct article *by; /* the article; set by ledger_order */
};

struct statement {
	const struct wording *wording; /* n of them, the fullest first */
	size_t n;
	const struct wording *voice;   /* the wording whose speaker most of them name; the earlier of equals */
	size_t outlets;                /* distinct ones */
	size_t articles;
};

struct ledger {
	struct article *article;
	struct wording *wording;
	struct statement *statement;
	size_t narticle, nwording, nstatement;
	size_t article_cap, wording_cap, statement_cap;
	struct arena arena;
};

/* Takes in the quotations of d, which may be reset afterwards. */
void ledger_add(struct ledger *l, struct doc *d);

/* Groups and orders all that was added; call it once, before reading statement.  Statements: most outlets,
 * then most articles, then most wordings, then by their text.  Wordings: the fullest, then by date, source and
 * place in the document.  A quotation that no statement was found for is one of its own. */
void ledger_order(struct ledger *l);

/* The outlet of an article: its source, or its id where the source is not known. */
struct slice ledger_outlet(const struct article *a);

/* Who a wording gives the statement to: the name, else the words that describe the speaker; may be empty. */
struct slice ledger_speaker(const struct wording *w);

void ledger_free(struct ledger *l);

#endif
