package eifexplorer.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.app.Composition;
import eifexplorer.cli.CommandContext;
import eifexplorer.cli.Console;
import eifexplorer.cli.EifExplorerCommand;
import eifexplorer.testing.SmallWorkspace;
import eifexplorer.workspace.AtomicFiles;
import eifexplorer.workspace.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a user's locale writes digits and letters with, files are the same everywhere. */
class LocaleOfFilesTest {
  private static final Pattern OTHER_DIGIT = Pattern.compile("[\\p{Nd}&&[^0-9]].{0,40}");

  private static final String PLAN =
      """
      {
        "title": "tiny", "dataset": "folder",
        "network": {"backbone": "basic-1-1-1-1-w8/average/layernorm", "frozen": true, "resize": 24, "crop": 24,
                    "embeddingSize": 4, "initialHead": "uniform"},
        "loss": {"type": "ProxyNCA_prob_orig", "scale": 3},
        "batches": {"sampler": "balanced", "classes": 3, "samplesPerClass": 2},
        "optimiser": {"backboneRate": 0, "headRate": 0.0001, "proxyRate": 0.01, "epsilon": 1e-08,
                      "weightDecay": 0, "clip": 10},
        "epochs": 2, "warmUpEpochs": 0, "seed": 0
      }
      """;

  @TempDir Path folder;
  private final Locale before = Locale.getDefault();
  private SmallWorkspace small;

  @BeforeEach
  void make() {
    small = new SmallWorkspace(folder);
  }

  @AfterEach
  void back() {
    Locale.setDefault(before);
  }

  private String run(String... command) {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out, true);
    CommandContext context =
        new CommandContext(
            new Console(writer, writer, false, () -> null),
            settings -> small.explorer(),
            settings -> {
              throw new AssertionError("Nobody asks for the runtime");
            },
            (gallery, size, progress) -> {
              throw new AssertionError("Nothing is measured");
            },
            Composition.registries(),
            "test");
    List<String> all = new ArrayList<>(List.of(command));
    all.add("--workspace");
    all.add(small.workspace().toString());
    int code = EifExplorerCommand.run(context, all.toArray(String[]::new));
    assertEquals(0, code, () -> String.join(" ", command) + ": " + out);
    return out.toString();
  }

  private String out(String name) {
    return folder.resolve("out").resolve(name).toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fa-u-nu-arabext", "th-TH-u-nu-thai", "tr-TR"})
  void filesAndTextsHaveTheDigitsOfPython(String locale) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(locale));
    Path plan = folder.resolve("plan.json");
    AtomicFiles.writeText(plan, PLAN);
    StringBuilder said = new StringBuilder();
    small.add(1);
    said.append(run("train", "--frozen-backbone", "--config", plan.toString(), "--yes"));
    said.append(run("influence", "--pair", "0,1", "--estimator", "tracin", "--out", out("i.csv")));
    said.append(run("influence", "--all", "--out", out("all.csv")));
    said.append(run("confusions", "--out", out("c.csv")));
    said.append(run("suspects", "--out", out("s.csv")));
    said.append(run("export", "--out", out("model")));
    said.append(run("experiment", "wrong-classes"));
    String made =
        Workspace.children(small.workspace().resolve("results/experiments"))
            .get(0)
            .getFileName()
            .toString();
    said.append(run("experiment", "report", made, "--out", out("report")));
    said.append(run("review", "export", "--format", "html", "--out", out("r.html")));

    assertEquals("", otherDigits("the command line", said.toString()));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        boolean readable = file.toString().matches(".*\\.(json|jsonl|csv|txt|html|svg)");
        assertEquals("", otherDigits("a name", file.toString()));
        assertEquals("", readable ? otherDigits(file.toString(), Files.readString(file)) : "");
      }
    }
  }

  private static String otherDigits(String where, String text) {
    Matcher found = OTHER_DIGIT.matcher(text);
    return found.find() ? where + ": " + found.group() : "";
  }
}
