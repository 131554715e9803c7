package eifexplorer.cli;

import eifexplorer.model.ModelCard;
import eifexplorer.problem.ShellWord;
import java.nio.file.Path;

/** Says what a model that was just made is like. */
final class ModelPrinter {
  private ModelPrinter() {}

  static void print(Console console, boolean json, ModelCard card, Path workspace) {
    if (json) {
      console.json(card);
      return;
    }
    console.line("%s is in %s", card.title(), workspace);
    card.metrics()
        .forEach((name, value) -> console.line("  %-24s %s", name, Counted.metric(name, value)));
    console.line("Next: eif-explorer confusions --workspace %s", ShellWord.of(workspace));
  }
}
