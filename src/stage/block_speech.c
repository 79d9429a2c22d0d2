#include "block_speech.h"

#include "block_look.h"
#include "utf8.h"

enum { LOOK = 600 }; /* bytes in which verbs of saying are looked for */

/* Does somebody speak in text[start, end): "Subscribe or not, Oss said."?  What a page says of itself has no verb of saying.  Where
 * marks are wanted too, "Ida Oss writes about ports." is none. */
static bool
speaks(const struct lexicon *cues, struct slice text, size_t start, size_t end, bool marked, struct token_list *tokens)
{
	bool cue = false;

	if (end - start > LOOK)
		for (end = start + LOOK; end > start && !utf8_boundary(text, end); end--)
			;
	tokens->len = 0;
	token_cut(tokens, text, start, end);
	for (size_t i = 0; i < tokens->len && (!cue || marked); i++) {
		marked &= tokens->at[i].kind != TOKEN_MARK;
		cue |= i > 0 && tokens->at[i].kind == TOKEN_WORD && lexicon_find(cues, token_text(text, &tokens->at[i])) != NULL;
	}
	return cue && !marked;
}

/* The part of a line that is text[start, end), as if it were a line. */
static struct block_line
part_of(struct slice text, const struct block_line *line, size_t start, size_t end)
{
	struct block_line part = { .start = start, .end = end, .gap = start == line->start ? line->gap : 0, .twins = 1, .hint = ROLE_COUNT };

	line_look(&part, text);
	part.flags |= line->flags & ~(uint32_t)(LINE_LINKED - 1);
	return part;
}

/* Makes two lines of the last: text[.., cut) and what is behind. */
static void
cut_last(struct slice text, struct line_list *lines, size_t cut)
{
	struct block_line line = lines->at[lines->len - 1];
	size_t start = cut;
	struct block_line behind;

	while (start < line.end && text.at[start] == ' ')
		start++;
	behind = part_of(text, &line, start, line.end);
	behind.hint = line.hint;
	behind.sure = true;
	MEM_GROW(lines->at, lines->cap, lines->len + 1);
	lines->at[lines->len - 1] = part_of(text, &line, line.start, cut);
	lines->at[lines->len++] = behind;
}

void
speech_heed(const struct lexicon *cues, struct slice text, struct line_list *lines, struct token_list *tokens)
{
	struct block_line *line = &lines->at[lines->len - 1];

	if (line->hint == ROLE_COUNT || line->note)
		return;
	if (line->cut > line->start && speaks(cues, text, line->start, line->cut, true, tokens)) {
		cut_last(text, lines, line->cut);
	} else if ((line->flags & LINE_STOP) != 0 && speaks(cues, text, line->start, line->end, false, tokens)) {
		/* a teaser does not end as sentences do */
		line->hint = ROLE_COUNT;
		line->sure = line->head = line->tail = false;
	}
}
