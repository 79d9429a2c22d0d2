/* fuzz_report: any bytes as a stream to be drawn: nothing in it acts on a terminal, or opens a tag of a page. */
#include "fuzz_read.h"
#include "report.h"
#include "utf8.h"

/* Neither a control character, nor one that turns the direction of text. */
static void
check_terminal(struct slice s)
{
	size_t len;

	for (size_t i = 0; i < s.len; i += len) {
		uint32_t code = utf8_at(s, i, &len);

		MUST(code != UTF8_BAD && (code >= 0x20 || code == '\n') && (code < 0x7F || code >= 0xA0));
		MUST((code < 0x202A || code > 0x202E) && (code < 0x2066 || code > 0x2069));
	}
}

static void
draw(struct report *r, struct buf *out)
{
	struct slice column[REPORT_COLUMNS];

	for (size_t i = 0; i < r->ledger->nstatement; i++) {
		buf_clear(out);
		report_terminal(r, i, out);
		check_terminal(buf_slice(out));
		for (size_t k = 0; k < r->ledger->statement[i].n; k++)
			report_tsv(r, i, k, column);
	}
	if (r->ledger->narticle == 0)
		return;
	buf_clear(out);
	report_html_begin(r, out);
	for (size_t i = 0; i < r->ledger->nstatement; i++) {
		size_t before = out->len;

		report_html(r, i, out);
		MUST(slice_find(slice_sub(buf_slice(out), before, out->len), '\0') == out->len - before);
	}
	report_html_end(r, r->ledger->nstatement, out);
}

static void
add(struct doc *d, void *into)
{
	ledger_add(into, d);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct ledger ledger = { 0 };
	struct report report = { .ledger = &ledger, .width = 20 + size % 100, .title = slice_from("<&>") };
	struct buf out = { 0 };

	fuzz_read("", slice_make((const char *)data, size), READER_STREAM, add, &ledger);
	ledger_order(&ledger);
	draw(&report, &out);
	report_free(&report);
	ledger_free(&ledger);
	buf_free(&out);
	return 0;
}
