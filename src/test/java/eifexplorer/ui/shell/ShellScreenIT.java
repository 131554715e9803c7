package eifexplorer.ui.shell;

import static eifexplorer.ui.testing.WindowScreens.explore;
import static eifexplorer.ui.testing.WindowScreens.workspace;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.model.ModelCard;
import eifexplorer.session.ExplorerSession;
import eifexplorer.testing.SmallWorkspace;
import eifexplorer.ui.explore.confusions.PairCommand;
import eifexplorer.ui.kit.Theme;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.testing.WindowHarness;
import eifexplorer.workspace.FolderTrees;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window around the pages: chips, search, keys, drops, and how it is found again. */
class ShellScreenIT {
  @TempDir Path folder;
  private WindowHarness window;

  @BeforeEach
  void open() {
    window = new WindowHarness(folder, List.of());
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void control(KeyCode key) {
    window.robot().press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
  }

  private SmallWorkspace openWorkspace(int models) {
    SmallWorkspace small = new SmallWorkspace(folder);
    for (int seed = 1; seed <= models; seed++) {
      small.add(seed);
    }
    open(small);
    return small;
  }

  private void open(SmallWorkspace small) {
    window
        .opener()
        .answer(context -> small.explorer().sessions().openWorkspace(small.workspace(), context));
    window.run(() -> window.model().openWorkspace(small.workspace()));
    window.await("the workspace", () -> window.model().openingProperty().get().isEmpty());
  }

  private void awaitModels(int count) {
    window.await("the models", () -> workspace(window.model()).models().models().size() == count);
    window.await("the room", () -> workspace(window.model()).disk().useProperty().get() != null);
  }

  @Test
  void aKeyIsChangedAndUsed() {
    window.show(SampleSession.of(Optional.empty()));
    window.run(() -> window.model().helpProperty().set(true));

    window.robot().clickOn("#key-next_pair");
    window.picture("keys-waiting");
    window.type(KeyCode.J);
    window.type(KeyCode.ESCAPE);
    window.type(KeyCode.J);

    assertEquals(1, window.fx(() -> explore(window.model()).pairs().positionProperty().get()));
    assertEquals(
        "J",
        window.fx(
            () -> window.model().keys().mapProperty().get().key(PairCommand.NEXT_PAIR).getName()));
  }

  @Test
  void aKeyThatIsTakenIsSwapped() {
    window.show(SampleSession.of(Optional.empty()));
    window.run(() -> window.model().helpProperty().set(true));
    window.robot().clickOn("#key-flag");
    window.type(KeyCode.Z);
    window.pictures("keys-conflict");

    window.robot().clickOn("#swap-keys");

    assertEquals(
        Map.of("FLAG", "Z", "ACTUAL_SIZE", "F"),
        window.fx(() -> window.model().keys().mapProperty().get().changes()));
  }

  @Test
  void theSearchGoesToAPairByTheKeyboard() {
    window.show(SampleSession.of(Optional.empty()));

    control(KeyCode.K);
    window.robot().write("golden");
    window.await("hits", () -> !window.model().search().hits().isEmpty());
    window.picture("search");
    window.type(KeyCode.DOWN, KeyCode.ENTER);

    assertEquals(
        List.of("", true),
        List.of(
            window.<TextField>node("#search").getText(),
            window.fx(
                () ->
                    explore(window.model())
                        .pairs()
                        .selectedProperty()
                        .get()
                        .searchText()
                        .contains("golden"))));
  }

  @Test
  void aSearchInVainSaysSo() {
    window.show(SampleSession.of(Optional.empty()));
    window.resize(1100, 700);

    control(KeyCode.K);
    window.robot().write("zebra");
    window.await("the answer", () -> window.model().search().answeredProperty().get());

    assertEquals("Nothing has these words", window.<Label>node(".search-none").getText());
    window.picture("search-none");

    window.fx(() -> window.model().notices().info("Something else"));
    window.type(KeyCode.ESCAPE);
    assertEquals(
        List.of("", 1),
        List.of(
            window.<TextField>node("#search").getText(),
            window.fx(() -> window.model().notices().notices().size())));
  }

  @Test
  void theMenusSayWhatIsOpen() {
    openWorkspace(2);
    awaitModels(2);

    for (String menu : List.of("#open-menu", "#model-menu", "#split-menu", "#device-menu")) {
      window.screenPicture(menu.substring(1), () -> window.robot().clickOn(menu));
    }

    assertEquals(
        "Model: ProxyNCA++ · basic-1-1-1-1-w8", window.node("#model-menu").getAccessibleText());
  }

  @Test
  void whatIsDraggedOverTheWindowOrAskedInItIsShown() {
    window.show(SampleSession.of(Optional.empty()));

    window.run(() -> window.model().drop().over(List.of(folder.resolve("proxy_nca.pth"))));
    window.await(
        "the look at the file",
        () -> window.model().drop().invitationProperty().get().equals("Drop to look at the model"));

    assertTrue(window.node(".drop-overlay").isVisible());
    window.pictures("drop");
    window.run(() -> window.model().drop().gone());
    assertFalse(window.robot().lookup(".drop-overlay").query().isVisible());

    CompletableFuture<Boolean> answer =
        CompletableFuture.supplyAsync(
            () -> window.model().programs().agreed(folder.resolve("ws/models/m/backbone.pt")));
    window.await("the question", () -> window.node("#refuse-program").isFocused());
    window.picture("program-question");
    window.type(KeyCode.ESCAPE);
    assertFalse(answer.join());
  }

  @Test
  void selectionAndThemeAreFoundAgain() {
    SmallWorkspace small = openWorkspace(1);
    window.run(() -> explore(window.model()).pairs().next());
    window.run(window.model()::toggleTheme);
    String chosen = chosen();
    window.resize(1180, 760);
    window.close();

    window = new WindowHarness(folder, List.of());
    window
        .opener()
        .answer(context -> small.explorer().sessions().openWorkspace(small.workspace(), context));
    window.run(window.model()::openLast);
    window.await("the workspace", () -> window.model().sessionProperty().get() != null);

    assertEquals(chosen, chosen());
    assertSame(Theme.LIGHT, window.fx(() -> window.model().themeProperty().get()));
    assertEquals(1180.0, window.fx(() -> window.node("#search").getScene().getWindow().getWidth()));
  }

  private String chosen() {
    return window.fx(() -> explore(window.model()).pairs().selectedProperty().get().wrong().path());
  }

  @Test
  void theFailureOfAJobCanBeCopied() {
    window.show(SampleSession.of(Optional.empty()));
    window
        .opener()
        .answer(
            context -> {
              throw new IllegalStateException("index 3");
            });
    window.run(() -> window.model().openWorkspace(folder.resolve("birds")));
    window.await("the failure", () -> window.model().jobs().failedProperty().get() != null);

    window.robot().clickOn(".status-failure");
    Button copy = window.robot().lookup("Copy details").queryButton();
    String details = window.fx(() -> window.model().jobs().selectedProperty().get().details());

    assertFalse(copy.isDisabled());
    assertTrue(
        details.startsWith("Opening birds: failed\njava.lang.IllegalStateException: index 3"),
        details);
    window.run(() -> window.model().notices().dismiss(window.model().notices().notices().get(0)));
    window.pictures("drawer-failure");
    window.robot().clickOn("#jobs-clear");
    assertEquals(List.of(), window.fx(() -> window.model().jobs().jobs()));
  }

  @Test
  void theWorkspaceScreenHasModelsRoomAndDetails() {
    SmallWorkspace small = openWorkspace(3);
    control(KeyCode.DIGIT6);
    awaitModels(3);
    window.pictures("workspace-models");

    ModelCard first = window.fx(() -> workspace(window.model()).models().models().get(0).card());
    window.run(
        () -> {
          var models = workspace(window.model()).models();
          models.selectedProperty().set(models.models().get(0));
        });
    window.robot().clickOn("Delete…");
    window.picture("workspace-delete");
    window.robot().clickOn("#delete-model");
    awaitModels(2);
    window.picture("workspace-deleted");
    window.robot().clickOn("Undo");
    awaitModels(3);

    assertTrue(Files.exists(small.workspace().resolve("models").resolve(first.id())));
  }

  @Test
  void theFormSaysWhatWasFoundBeforeAModelIsAdded() {
    SmallWorkspace small = openWorkspace(1);
    control(KeyCode.DIGIT6);
    awaitModels(1);

    window.robot().clickOn("#show-add-model");
    window.picture("add-model-empty");
    weights(small.model(2, 5));
    assertTrue(window.<Button>node("#add-model").isDisabled());
    window.pictures("add-model-problem");
    weights(small.model(2, SmallWorkspace.CLASSES));
    window.picture("add-model-found");
    window.robot().clickOn("#add-model");
    awaitModels(2);

    assertEquals("workspace", window.fx(() -> window.model().pageProperty().get().id()));
  }

  private void weights(Path file) {
    window.run(() -> window.<TextField>node("#model-weights").setText(file.toString()));
    window.await(
        "the look at the model",
        () -> {
          var form = workspace(window.model()).addModel().model();
          return !form.lookingProperty().get() && !form.facts().isEmpty();
        });
  }

  @Test
  void aWorkspaceWhoseRootVanishedAsksForIt() {
    SmallWorkspace small = new SmallWorkspace(folder);
    small.add(1);
    FolderTrees.move(small.images(), folder.resolve("moved"));
    open(small);
    assertEquals("relocation", window.fx(() -> window.model().pageProperty().get().id()));

    root(folder);
    window.pictures("root-vanished-wrong");
    root(folder.resolve("moved"));
    window.picture("root-vanished-found");
    window.robot().clickOn("#relocation-use");
    window.await("the workspace", () -> window.model().sessionProperty().get() != null);

    ExplorerSession session = window.fx(() -> window.model().sessionProperty().get());
    assertEquals(folder.resolve("moved"), session.dataset().root().orElseThrow());
  }

  private void root(Path root) {
    window.run(() -> window.<TextField>node("#relocation-root").setText(root.toString()));
    window.await(
        "the comparison",
        () -> !workspace(window.model()).relocation().model().checkingProperty().get());
  }
}
