package eifexplorer.cli;

import eifexplorer.app.Composition;
import eifexplorer.testing.KeptPage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandReferenceTest {
  @Test
  void thePageSaysWhatTheCommandsSay() throws IOException {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    CommandContext context =
        new CommandContext(
            new Console(nowhere, nowhere, false),
            settings -> {
              throw new AssertionError("Commands are only read here");
            },
            settings -> {
              throw new AssertionError("Commands are only read here");
            },
            (empty, size, progress) -> Map.of(),
            Composition.registries(),
            "test");

    KeptPage.assertKept("commands", CommandReference.of(EifExplorerCommand.line(context)));
  }
}
