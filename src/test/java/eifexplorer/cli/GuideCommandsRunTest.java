package eifexplorer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.app.Composition;
import eifexplorer.confusion.ConfusionPair;
import eifexplorer.dataset.Sample;
import eifexplorer.engine.Architecture;
import eifexplorer.engine.BackboneWeights;
import eifexplorer.job.JobContext;
import eifexplorer.model.ModelStore;
import eifexplorer.project.Explorer;
import eifexplorer.review.ReviewMarks;
import eifexplorer.session.ExplorerSession;
import eifexplorer.testing.ColouredDiscs;
import eifexplorer.testing.MeanColourEngine;
import eifexplorer.testing.SmallWorkspace;
import eifexplorer.workspace.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command line of the README and the guide ends well, with small data in the place of what it names. */
class GuideCommandsRunTest {
  private static final String NETWORK = "basic-1-1-1-1-w8";

  /** Commands that are only read, and why they are not run here. */
  private static final Map<String, String> ONLY_READ =
      Map.of(
          "review retrain --network --workspace WS", "it trains a network in the tensor runtime",
          "doctor --deep", "it tries out the tensor runtime",
          "train --workspace WS --resume", "a run has to be stopped in its middle first",
          "benchmark gallery --images 100000", "it measures a window",
          "benchmark map --points 100000", "it measures a window");

  /** Commands that take seconds whatever the size, since they measure; run with {@code -Dguide.slow}. */
  private static final Set<String> SLOW =
      Set.of(
          "benchmark influence --train 25882 --classes 3997",
          "benchmark influence --train 1000000 --classes 1000 --folder DIR");

  private static final boolean RUN_SLOW = System.getProperty("guide.slow") != null;

  @TempDir Path folder;
  private final StringWriter err = new StringWriter();
  private final Map<String, String> small = new LinkedHashMap<>();
  private SmallWorkspace data;
  private int made;
  private String pair;

  private void prepare() throws IOException {
    data = new SmallWorkspace(folder);
    String workspace = data.workspace().toString();
    Path cub = Files.createDirectories(folder.resolve("cub"));
    ColouredDiscs.write(
        cub.resolve("images"), 2 * SmallWorkspace.CLASSES, SmallWorkspace.PER_CLASS);
    Path weights =
        data.write("weights.safetensors", BackboneWeights.random(Architecture.parse(NETWORK), 1));
    String other = data.add(2).id();
    String program = data.addProgram().id();
    String plan = "--frozen-backbone --config " + plan();
    done(
        "train --workspace %s %s --backbone %s --weights %s"
            .formatted(workspace, plan, NETWORK, weights)
            .split(" "));
    String model = trained();
    done("models", "--workspace", workspace, "--use", model);
    Path bundle = folder.resolve("birds.npz");
    done("export", "--workspace", workspace, "--out", bundle.toString());
    decideAndNote(model);

    small.put("--trust ID", "--trust " + program);
    small.put("--model A --with B", "--model " + model + " --with " + other);
    small.put("\\bID\\b", model);
    small.put("--frozen-backbone", plan);
    small.put("12,407", pair);
    small.put("Bobolink --seeds 5", "class0 --seeds 2");
    small.put("--labels 2", "--labels 1");
    small.put("CUB_200_2011", cub.toString());
    small.put("1-25", "1-3");
    small.put("26-50", "4-6");
    small.put("mobilenet_v2\\.pth", weights.toString());
    small.put("\\bmobilenet_v2\\b", NETWORK);
    small.put("birds\\.npz", bundle.toString());
    small.put("dvi_data\\S+", data.model(3, SmallWorkspace.CLASSES).toString());
    small.put(
        "helpful\\.txt,harmful\\.txt",
        indices("helpful", "0\n1\n") + "," + indices("harmful", "5\n"));
    small.put("--(root|images) DIR", "--$1 " + data.images());
    small.put(
        "--train (25882|1000000) --classes \\d+",
        "--train 60 --classes 4 --test 20 --features 16 --embedding 8");
    small.put("--rows 12000", "--rows 200");
    small.put("--folder DIR", "--folder " + folder.resolve("scratch"));
    small.put("\\bWS\\b", workspace);
    small.put("\\bWS2\\b", folder.resolve("ws2").toString());
  }

  private String trained() {
    return new ModelStore(Workspace.open(data.workspace()))
        .list().stream().filter(card -> card.recipe().isPresent()).findFirst().orElseThrow().id();
  }

  /** The plan for CUB with so small an embedding that it has fewer numbers than the features, and two epochs. */
  private Path plan() throws IOException {
    String text = Files.readString(Path.of("config", "cub_frozen_ProxyNCA_prob_orig.json"));
    return Files.writeString(
        folder.resolve("plan.json"),
        text.replaceFirst("\"embeddingSize\": \\d+", "\"embeddingSize\": 8")
            .replaceFirst("\"classes\": \\d+", "\"classes\": 2")
            .replaceFirst("\"epochs\": \\d+", "\"epochs\": 2"));
  }

  private Path indices(String name, String lines) throws IOException {
    return Files.writeString(folder.resolve(name + ".txt"), lines);
  }

  /** Two decisions, one of them committed, and a note on the pair that the commands ask about. */
  private void decideAndNote(String model) throws IOException {
    try (Explorer explorer = data.explorer();
        ExplorerSession session =
            explorer.sessions().openWorkspace(data.workspace(), model, JobContext.unattended())) {
      ConfusionPair first = session.pairs().get(0);
      pair = first.wrong() + "," + first.confusedWith();
      List<Sample> test = session.dataset().test();
      ReviewMarks.in(data.workspace().resolve("review"))
          .note(
              new ReviewMarks.PairKey(
                  test.get(first.wrong()).path(), test.get(first.confusedWith()).path()),
              "A note");
      for (int i = 0; i < 2; i++) {
        String path = session.dataset().train().get(i).path();
        Path decision =
            Files.writeString(
                folder.resolve("decision" + i + ".csv"), "path,new\n" + path + ",class1\n");
        done("review", "import", decision.toString(), "--workspace", data.workspace().toString());
        if (i == 0) {
          done("review", "commit", "--workspace", data.workspace().toString(), "-m", "one");
        }
      }
    }
  }

  /** The command with small data, whose own files go into a folder of their own. */
  private String[] made(String command) {
    Path place = folder.resolve("made" + made++);
    String text = command;
    if (text.contains("--dataset") || text.contains("--bundle")) {
      text = text.replaceAll("\\bWS\\b", Matcher.quoteReplacement(place.resolve("ws").toString()));
    }
    for (Map.Entry<String, String> one : small.entrySet()) {
      text = text.replaceAll(one.getKey(), one.getValue());
    }
    text = text.replaceAll("--(out|export) ", "--$1 " + Matcher.quoteReplacement(place + "/"));
    return text.trim().split("\\s+");
  }

  private int run(String... arguments) {
    CommandContext context =
        new CommandContext(
                new Console(new PrintWriter(new StringWriter()), new PrintWriter(err), false),
                settings -> data.explorer(),
                settings -> new MeanColourEngine().report(),
                (empty, size, progress) -> Map.of(),
                Composition.registries(),
                "test")
            .withWindow(shown -> ExitCode.DONE);
    return EifExplorerCommand.run(context, arguments);
  }

  private void done(String... arguments) {
    assertEquals(ExitCode.DONE, run(arguments), err::toString);
  }

  @Test
  void everyCommandLineEndsWell() throws IOException {
    prepare();
    List<String> failed = new ArrayList<>();
    for (String command : GuideText.commands().stream().map(String::trim).distinct().toList()) {
      if (!ONLY_READ.containsKey(command) && (!SLOW.contains(command) || RUN_SLOW)) {
        err.getBuffer().setLength(0);
        int code = run(made(command));
        if (code != ExitCode.DONE) {
          failed.add(command + ": exit code " + code + "\n" + err);
        }
      }
    }
    assertEquals(List.of(), failed);
  }

  @Test
  void whatIsNotRunIsStillThere() {
    Set<String> named = new TreeSet<>(ONLY_READ.keySet());
    named.addAll(SLOW);
    named.removeAll(GuideText.commands().stream().map(String::trim).toList());

    assertEquals(Set.of(), named);
  }
}
