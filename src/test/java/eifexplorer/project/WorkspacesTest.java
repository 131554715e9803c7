package eifexplorer.project;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.export.ExportTarget;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.job.JobContext;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelEntry;
import eifexplorer.model.ModelFiles;
import eifexplorer.model.RootGoneException;
import eifexplorer.problem.ProblemException;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.Queries;
import eifexplorer.testing.ColouredDiscs;
import eifexplorer.testing.SmallWorkspace;
import eifexplorer.workspace.AtomicFiles;
import eifexplorer.workspace.DatasetPlace;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.FolderTrees;
import eifexplorer.workspace.Json;
import eifexplorer.workspace.Provenance;
import eifexplorer.workspace.Unreadable;
import eifexplorer.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspacesTest {
  @TempDir Path folder;
  private SmallWorkspace small;
  private ModelCard first;
  private ModelCard second;
  private Explorer explorer;
  private Workspaces workspaces;

  @BeforeEach
  void make() {
    small = new SmallWorkspace(folder);
    first = small.add(1);
    second = small.add(2);
    explorer = small.explorer();
    workspaces = explorer.workspaces();
  }

  @AfterEach
  void close() {
    explorer.close();
  }

  private List<String> titles() {
    return workspaces.models(small.workspace()).stream().map(m -> m.card().title()).toList();
  }

  @Test
  void theModelAddedLastIsTheCurrentOne() {
    assertEquals(
        List.of(false, true),
        workspaces.models(small.workspace()).stream().map(ModelEntry::current).toList());
  }

  @Test
  void aModelIsRenamed() {
    workspaces.rename(small.workspace(), first.id(), " before the clean-up ");

    assertEquals(List.of("before the clean-up", second.title()), titles());

    workspaces.rename(small.workspace(), first.id(), "");

    assertEquals(List.of(first.title(), second.title()), titles());
  }

  @Test
  void aDeletedModelComesBack() {
    workspaces.delete(small.workspace(), first.id());
    assertEquals(List.of(second.title()), titles());

    workspaces.restore(small.workspace(), first.id());

    assertEquals(List.of(first.title(), second.title()), titles());
  }

  @Test
  void aModelCanNotComeBackFromAnEmptiedTrash() {
    workspaces.delete(small.workspace(), first.id());
    workspaces.emptyTrash(small.workspace());

    assertThrows(ProblemException.class, () -> workspaces.restore(small.workspace(), first.id()));
  }

  @Test
  void theCurrentModelIsNotDeleted() {
    ProblemException refused =
        assertThrows(
            ProblemException.class, () -> workspaces.delete(small.workspace(), second.id()));

    assertEquals(
        "The workspace opens with " + second.title() + ". Open another of its models first.",
        refused.getMessage());
  }

  @Test
  void anotherModelIsMadeCurrent() {
    workspaces.makeCurrent(small.workspace(), first.id());

    assertEquals(
        first.title(),
        explorer.sessions().openWorkspace(small.workspace(), JobContext.unattended()).modelTitle());
  }

  @Test
  void roomIsCountedByKind() throws IOException {
    Path thumbnails = Files.createDirectories(small.workspace().resolve("cache/thumbnails/a"));
    Files.write(thumbnails.resolve("one.jpg"), new byte[100]);
    Files.write(thumbnails.resolve("two.jpg"), new byte[23]);

    DiskUse use = workspaces.diskUse(small.workspace(), JobContext.unattended());

    assertEquals(123, use.of(DiskUse.Kind.THUMBNAILS));
    assertEquals(
        FolderTrees.size(small.workspace().resolve("models")), use.of(DiskUse.Kind.MODELS));

    workspaces.clearThumbnails(small.workspace());

    assertEquals(
        0,
        workspaces.diskUse(small.workspace(), JobContext.unattended()).of(DiskUse.Kind.THUMBNAILS));
  }

  private ExplorerSession opened(ModelCard card) {
    return explorer.sessions().openWorkspace(small.workspace(), card.id(), JobContext.unattended());
  }

  private Path explained(ExplorerSession session) {
    List<Path> before = results();
    List<InfluenceQuery> query = List.of(new Queries(session).pair(0, 5));
    explorer
        .explanations()
        .explain(session, session.estimator(), Map.of(), query, JobContext.unattended());
    return results().stream().filter(path -> !before.contains(path)).findFirst().orElseThrow();
  }

  private List<Path> results() {
    return Workspace.children(small.workspace().resolve("results"));
  }

  @Test
  void onlyResultsThatNoModelCanFindAreCleared() throws IOException {
    ExplorerSession firstOpened = opened(first);
    Path neighboursOfFirst = results().get(0);
    Path ofFirst = explained(firstOpened);
    List<Path> before = results();
    ExplorerSession secondOpened = opened(second);
    Path neighboursOfSecond =
        results().stream().filter(path -> !before.contains(path)).findFirst().orElseThrow();
    Path ofSecond = explained(secondOpened);
    Path ofAnotherVersion = Files.createDirectories(small.workspace().resolve("results/0123"));
    Provenance now = Json.read(ofSecond.resolve("provenance.json"), Provenance.class);
    Json.write(
        ofAnotherVersion.resolve("provenance.json"),
        new Provenance("EIF Explorer old", now.created(), "influence", now.inputs(), Map.of()));
    Path unsaid = Files.createDirectories(small.workspace().resolve("results/4567"));

    workspaces.delete(small.workspace(), first.id());
    workspaces.clearUnneededResults(small.workspace());

    assertEquals(Stream.of(unsaid, neighboursOfSecond, ofSecond).sorted().toList(), results());
    assertFalse(Files.exists(ofFirst));
    assertFalse(Files.exists(neighboursOfFirst));
  }

  @Test
  void damagedScoresAreComputedAgainAndReplaced() throws IOException {
    ExplorerSession session = opened(first);
    Path scores = explained(session).resolve("scores.npz");
    byte[] whole = Files.readAllBytes(scores);
    InfluenceScores expected = scores(session);
    for (byte[] damaged : List.of(new byte[0], Arrays.copyOf(whole, whole.length - 40))) {
      Files.write(scores, damaged);

      assertArrayEquals(expected.influences(), scores(session).influences());
      assertEquals(whole.length, Files.size(scores));
    }
  }

  @Test
  void aDamagedModelIsNamedAndHidesNoOther() throws IOException {
    Path card = small.workspace().resolve("models").resolve(second.id()).resolve("model.json");
    for (String damaged : List.of("{", "{}", "{\"id\":\"x\",\"metrics\":7}")) {
      Files.writeString(card, damaged);

      assertEquals(List.of(first.title()), titles(), damaged);
      assertEquals(
          List.of(second.id()),
          workspaces.damagedModels(small.workspace()).stream().map(Unreadable::id).toList());
      assertEquals(
          first.title(),
          explorer
              .sessions()
              .openWorkspace(small.workspace(), JobContext.unattended())
              .modelTitle());
    }
    ProblemException asked =
        assertThrows(
            ProblemException.class, () -> workspaces.makeCurrent(small.workspace(), second.id()));
    assertTrue(asked.getMessage().startsWith("The model is damaged: "), asked.getMessage());

    workspaces.delete(small.workspace(), second.id());

    assertEquals(List.of(), workspaces.damagedModels(small.workspace()));
  }

  @Test
  void aModelWhoseCardIsGoneIsNamedUnlessItIsBeingSaved() throws IOException {
    Path model = small.workspace().resolve("models").resolve(second.id());
    Files.delete(model.resolve("model.json"));

    assertEquals(List.of(), workspaces.damagedModels(small.workspace()));

    Files.setLastModifiedTime(
        model.resolve("weights.safetensors"),
        FileTime.from(Instant.now().minus(Duration.ofMinutes(2))));
    assertEquals(
        List.of(new Unreadable(second.id(), "The file model.json is gone.")),
        workspaces.damagedModels(small.workspace()));
    assertEquals(List.of(first.title()), titles());
  }

  @Test
  void ifAllModelsAreDamagedTheyAreNamed() throws IOException {
    for (ModelCard card : List.of(first, second)) {
      Files.writeString(
          small.workspace().resolve("models").resolve(card.id()).resolve("model.json"), "");
    }

    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () -> explorer.sessions().openWorkspace(small.workspace(), JobContext.unattended()));

    assertEquals(List.of(), titles());
    assertTrue(problem.getMessage().startsWith("The workspace has only damaged models: "));
    assertTrue(problem.getMessage().contains(first.id()), problem.getMessage());
    assertTrue(problem.getMessage().contains(second.id()), problem.getMessage());
  }

  private InfluenceScores scores(ExplorerSession session) {
    return explorer
        .explanations()
        .explain(
            session,
            session.estimator(),
            Map.of(),
            List.of(new Queries(session).pair(0, 5)),
            JobContext.unattended())
        .get(0);
  }

  @Test
  void aResultThatDoesNotSayWhatItIsOfStaysAndHidesNoOther() throws IOException {
    Path ofFirst = explained(opened(first));
    Path damaged = Files.createDirectories(small.workspace().resolve("results/4567"));
    Files.writeString(damaged.resolve("provenance.json"), "{");
    workspaces.delete(small.workspace(), first.id());

    workspaces.clearUnneededResults(small.workspace());

    assertTrue(Files.exists(damaged));
    assertFalse(Files.exists(ofFirst));
  }

  @Test
  void aVanishedRootIsSaid() {
    FolderTrees.move(small.images(), folder.resolve("moved"));

    RootGoneException gone =
        assertThrows(
            RootGoneException.class,
            () -> explorer.sessions().openWorkspace(small.workspace(), JobContext.unattended()));

    assertEquals(small.workspace(), gone.workspace().folder());
    assertTrue(gone.getMessage().startsWith("The data set's folder is gone: " + small.images()));
  }

  @Test
  void aCommandThatIsProposedCanBeCopiedWhateverTheFolderIsCalled() {
    FolderTrees.move(small.images(), folder.resolve("moved"));
    Path spaced = folder.resolve("my birds");
    FolderTrees.move(small.workspace(), spaced);

    RootGoneException gone =
        assertThrows(
            RootGoneException.class,
            () -> explorer.sessions().openWorkspace(spaced, JobContext.unattended()));
    assertTrue(gone.remedy().contains("--workspace \"" + spaced + "\" --root"), gone.remedy());
  }

  @Test
  void aMovedDataSetIsFoundAgain() {
    FolderTrees.move(small.images(), folder.resolve("moved"));

    workspaces.relocate(
        small.workspace(), new DatasetPlace(folder.resolve("moved")), JobContext.unattended());

    ExplorerSession session =
        explorer.sessions().openWorkspace(small.workspace(), JobContext.unattended());
    assertEquals(folder.resolve("moved"), session.dataset().root().orElseThrow());
  }

  @Test
  void theImagesOfAListAreFoundAgainWhereTheListDoesNotSay() throws IOException {
    Path list = folder.resolve("lists/birds.csv");
    List<String> lines = new ArrayList<>(List.of("path,label"));
    for (int c = 0; c < 2 * SmallWorkspace.CLASSES; c++) {
      for (int i = 0; i < SmallWorkspace.PER_CLASS; i++) {
        lines.add("class%d/%d.png,c%d".formatted(c, i, c));
      }
    }
    AtomicFiles.writeText(list, String.join("\n", lines));
    Path listed = folder.resolve("listed");
    Workspace.create(
        listed,
        "listed",
        DatasetReference.clean("csv", list.toString(), "1-3", "4-6")
            .at(new DatasetPlace(list, Optional.of(small.images()))));
    workspaces.add(
        listed, ModelFiles.at(small.model(1, SmallWorkspace.CLASSES)), JobContext.unattended());
    Path moved = folder.resolve("moved");
    FolderTrees.move(small.images(), moved);
    assertThrows(
        RootGoneException.class,
        () -> explorer.sessions().openWorkspace(listed, JobContext.unattended()));

    workspaces.relocate(
        listed, new DatasetPlace(list, Optional.of(moved)), JobContext.unattended());

    ExplorerSession session = explorer.sessions().openWorkspace(listed, JobContext.unattended());
    assertTrue(Files.exists(session.image(session.trainSample(0)).orElseThrow()));
  }

  @Test
  void aWorkspaceWithoutAModelHasNothingToCompareItsDataSetWith() {
    Path bare = folder.resolve("bare");
    Workspace.create(
        bare, "bare", DatasetReference.clean("folder", small.images().toString(), "1-3", "4-6"));
    Path moved = folder.resolve("moved");
    FolderTrees.move(small.images(), moved);

    workspaces.relocate(bare, new DatasetPlace(moved), JobContext.unattended());

    assertEquals(moved.toString(), Workspace.open(bare).manifest().dataset().root());
  }

  @Test
  void anotherDataSetIsRefused() throws IOException {
    Path other = ColouredDiscs.write(folder.resolve("other"), 6, SmallWorkspace.PER_CLASS);
    Files.move(other.resolve("class0/1.png"), other.resolve("class0/one.png"));

    RelocationFinding finding =
        workspaces.checkRelocation(
            small.workspace(), new DatasetPlace(other), JobContext.unattended());

    assertEquals(
        new RelocationFinding(24, List.of("class0/1.png"), List.of("class0/one.png")), finding);
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () ->
                workspaces.relocate(
                    small.workspace(), new DatasetPlace(other), JobContext.unattended()));
    assertEquals(
        "This is another data set; 1 of 24 images is missing: class0/1.png; 1 was not there"
            + " before: class0/one.png: "
            + other
            + ". Choose the folder the workspace was made with.",
        refused.getMessage());
    assertEquals(
        small.images().toString(), Workspace.open(small.workspace()).manifest().dataset().root());
  }

  @Test
  void anExportTakesTheWholePlaceOfAnotherModels() throws IOException {
    Path out = folder.resolve("out");
    workspaces.export(small.workspace(), first.id(), out, JobContext.unattended());
    Files.writeString(out.resolve("backbone.pt"), "of a model that was there before");
    Files.writeString(out.resolve("notes.txt"), "mine");
    workspaces.export(small.workspace(), second.id(), out, JobContext.unattended());

    Path fresh = folder.resolve("fresh");
    workspaces.export(small.workspace(), second.id(), fresh, JobContext.unattended());
    assertEquals("mine", Files.readString(out.resolve("notes.txt")));
    Files.delete(out.resolve("notes.txt"));
    assertEquals(contents(fresh), contents(out));
    assertEquals(List.of("bundle.npz", "model.json", "weights.safetensors"), names(out));
  }

  @Test
  void anExportThatFailsLeavesTheOldOneAsItWas() throws IOException {
    Path out = folder.resolve("out");
    workspaces.export(small.workspace(), first.id(), out, JobContext.unattended());
    List<Integer> before = contents(out);
    Set<String> names = Set.of("model.json");

    assertThrows(
        ProblemException.class,
        () ->
            ExportTarget.replace(
                out,
                names,
                temporary -> {
                  Files.writeString(temporary.resolve("model.json"), "half");
                  throw new IOException("No space left on device");
                }));

    assertEquals(before, contents(out));
    assertEquals(List.of("out"), names(folder, "out.*"));
  }

  private static List<String> names(Path folder) {
    return names(folder, ".*");
  }

  private static List<String> names(Path folder, String like) {
    return Workspace.children(folder).stream()
        .map(file -> file.getFileName().toString())
        .filter(name -> name.matches(like) || name.endsWith(".tmp"))
        .toList();
  }

  private static List<Integer> contents(Path folder) throws IOException {
    List<Integer> contents = new ArrayList<>();
    for (Path file : Workspace.children(folder)) {
      contents.add(Arrays.hashCode(Files.readAllBytes(file)));
    }
    return contents;
  }

  /** As on a read-only disk; that a test may not be stopped by permissions, a file is where the results would go. */
  @Test
  void whatCantBeKeptIsComputedAllTheSame() throws IOException {
    double[] kept = scores(opened(first)).influences();
    FolderTrees.delete(small.workspace().resolve("results"));
    Files.writeString(small.workspace().resolve("results"), "in the way");

    ExplorerSession session = opened(first);

    assertArrayEquals(kept, scores(session).influences());
    assertEquals(
        session.pairs().size(),
        explorer
            .explanations()
            .survey(session, session.estimator(), Map.of(), JobContext.unattended())
            .summaries()
            .size());
  }
}
