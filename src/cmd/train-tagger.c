/* train-tagger: learn the model of tag-entities from annotated articles. */
#include "confine.h"
#include "err.h"
#include "reader.h"
#include "tagger_train.h"

static void
write_model(struct trainer *trainer, size_t rounds)
{
	struct model *model = trainer_run(trainer, rounds);
	struct output out;
	struct buf file = { 0 };

	model_write(model, &file);
	output_stdout(&out);
	output_add(&out, buf_slice(&file));
	output_close(&out);
	buf_free(&file);
	model_free(model);
}

int
main(int argc, char **argv)
{
	size_t rounds = 4;
	struct stream_options stream = { 0 };
	const struct opt options[] = {
		OPT_NUMBER('n', "rounds", "N", &rounds, "go over the articles N times (4)"),
		OPT_STREAM(&stream),
		OPT_END
	};
	const struct program self = {
		.name = "train-tagger",
		.does = "learn a model of names from articles whose entity rows are true",
		.operands = "[FILE ...]",
		.example = "train-tagger annotated.tsv > entities.model",
		.options = options,
	};
	struct reader in;
	struct doc doc = { 0 };
	struct trainer *trainer;

	(void)argc;
	argv = program_begin(&self, argv);
	if (rounds == 0)
		program_usage("--rounds takes a number from 1");
	trainer = trainer_new();
	reader_open(&in, argv, READER_STREAM, &stream);
	confine(argv);
	while (reader_doc(&in, &doc))
		trainer_add(trainer, &doc);
	if (trainer_has(trainer))
		write_model(trainer, rounds);
	trainer_free(trainer);
	doc_free(&doc);
	return reader_close(&in);
}
