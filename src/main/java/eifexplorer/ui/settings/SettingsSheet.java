package eifexplorer.ui.settings;

import static eifexplorer.ui.kit.Controls.iconButton;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.engine.KernelChoice;
import eifexplorer.job.HeapShare;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.WordConverter;
import eifexplorer.workspace.PersonalSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The settings, on a sheet at the right beside what is open; each is kept as soon as it is chosen. */
public final class SettingsSheet extends VBox {
  private static final double WIDTH = 470;
  private static final double NAME = 136;

  private final SettingsViewModel model;
  private final Engine engine;
  private final Consumer<String> themes;
  private final VBox rows = new VBox(10);
  private final Label restart =
      label(Texts.of("Changed: restart the program to use it."), "small", "settings-restart");

  /**
   * What is to be known and chosen of the tensor runtime.
   *
   * @param devices the devices to choose from
   * @param device the one chosen
   * @param threads the number chosen
   * @param mostThreads the most that make sense
   * @param kernels what was chosen to compute with matrices
   * @param deviceWords a device for people
   * @param kernelWords kernels for people
   */
  public record Facts(
      List<String> devices,
      String device,
      int threads,
      int mostThreads,
      String kernels,
      Function<String, String> deviceWords,
      Function<String, String> kernelWords) {}

  /** The tensor runtime's settings. */
  public interface Engine {
    /** As they are. */
    Facts facts();

    /** Chooses a device for the next start. */
    void chooseDevice(String device);

    /** Chooses a number of threads for the next start. */
    void chooseThreads(int threads);

    /** Chooses kernels for the next start. */
    void chooseKernels(KernelChoice kernels);
  }

  /**
   * A sheet that shows while the model says so.
   *
   * @param themes chooses a theme by its name in the settings
   */
  public SettingsSheet(SettingsViewModel model, Engine engine, Consumer<String> themes) {
    super(12);
    this.model = model;
    this.engine = engine;
    this.themes = themes;
    getStyleClass().addAll("sheet", "settings-sheet");
    setId("settings");
    setMaxWidth(WIDTH);
    setPrefWidth(WIDTH);
    HBox head =
        new HBox(
            8,
            label(Texts.of("Settings"), "h1"),
            spacer(),
            iconButton(Feather.X, Texts.of("Close (Esc)"), () -> model.openProperty().set(false)));
    head.setAlignment(Pos.CENTER_LEFT);
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.setMinHeight(0);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    restart.visibleProperty().bind(model.restartProperty());
    restart.managedProperty().bind(model.restartProperty());
    getChildren().addAll(head, scroll, restart);
    setVisible(false);
    setManaged(false);
    model.openProperty().addListener((value, old, now) -> show(now));
  }

  private void show(boolean open) {
    setManaged(open);
    setVisible(open);
    if (open) {
      fill();
      lookup("#settings-theme").requestFocus();
    } else if (getParent() != null) {
      getParent().requestFocus();
    }
  }

  /** Made anew each time it opens: what is chosen elsewhere, such as the theme by its key, shows here too. */
  private void fill() {
    rows.getChildren().setAll(label(Texts.of("Window"), "section-head"));
    add(Texts.of("Theme"), themeChoice());
    add(Texts.of("Size of everything"), scaleChoice(), Texts.of("At the next start"));
    add(Texts.of("Language"), languageChoice(), Texts.of("At the next start"));
    rows.getChildren().add(label(Texts.of("Computing"), "section-head"));
    addEngine(engine.facts());
    addField(
        Texts.of("Memory for a model"),
        PersonalField.MEMORY,
        String.valueOf(HeapShare.modelPercent()),
        Texts.of("Per cent of the Java heap, 5 to 65, kept between questions. At the next start"));
    rows.getChildren().add(label(Texts.of("Files and names"), "section-head"));
    addField(
        Texts.of("Thumbnails"),
        PersonalField.THUMBNAILS,
        Texts.of("no limit"),
        Texts.of("MB on disk a workspace, 50 or more. The oldest go when it opens"));
    addField(
        Texts.of("New workspaces"),
        PersonalField.WORKSPACES,
        Texts.of("beside what is opened"),
        Texts.of("Folder that they are suggested in"));
    addField(
        Texts.of("Annotator"),
        PersonalField.ANNOTATOR,
        Texts.of("annotator 1"),
        Texts.of("Your name where nobody has reviewed yet"));
  }

  private void addEngine(Facts facts) {
    add(
        Texts.of("Device"),
        choice(
            "settings-device",
            facts.devices(),
            facts.device(),
            facts.deviceWords(),
            engine::chooseDevice),
        Texts.of("At the next start"));
    add(
        Texts.of("Threads"),
        choice(
            "settings-threads",
            IntStream.rangeClosed(1, facts.mostThreads()).boxed().toList(),
            facts.threads(),
            String::valueOf,
            engine::chooseThreads),
        Texts.of("At the next start"));
    List<String> kernels =
        Arrays.stream(KernelChoice.values()).map(KernelChoice::toString).toList();
    add(
        Texts.of("Kernels"),
        choice(
            "settings-kernels",
            kernels,
            facts.kernels(),
            facts.kernelWords(),
            chosen -> engine.chooseKernels(KernelChoice.parse(chosen))),
        Texts.of("Influence and neighbours. At the next start"));
  }

  private Node themeChoice() {
    return choice(
        "settings-theme",
        List.of("dark", "light", SystemThemeViewModel.SYSTEM),
        model.theme(),
        SettingsSheet::themeWords,
        themes);
  }

  private static String themeWords(String theme) {
    return switch (theme) {
      case "dark" -> Texts.of("Dark");
      case "light" -> Texts.of("Light");
      default -> Texts.of("As the system");
    };
  }

  private Node scaleChoice() {
    return choice(
        "settings-scale",
        SettingsViewModel.SCALES,
        model.own().scale(),
        percent -> percent == 0 ? Texts.of("As the system") : percent + " %",
        model::chooseScale);
  }

  private Node languageChoice() {
    return choice(
        "settings-language",
        PersonalSettings.LANGUAGES,
        model.own().language(),
        SettingsSheet::languageWords,
        model::chooseLanguage);
  }

  private static String languageWords(String language) {
    return switch (language) {
      case "en" -> "English";
      case "de" -> "Deutsch";
      default -> Texts.of("As the system");
    };
  }

  private <T> ComboBox<T> choice(
      String id, List<T> values, T chosen, Function<T, String> words, Consumer<T> choose) {
    ComboBox<T> box = new ComboBox<>();
    box.setId(id);
    box.setConverter(new WordConverter<>(words));
    box.getItems().setAll(values);
    if (!values.contains(chosen)) {
      box.getItems().add(chosen);
    }
    box.setValue(chosen);
    box.setMaxWidth(Double.MAX_VALUE);
    box.valueProperty()
        .addListener(
            (value, old, now) -> {
              choose.accept(now);
              model.engineMayHaveChanged();
            });
    return box;
  }

  private void addField(String name, PersonalField field, String usual, String does) {
    TextField input = new TextField(field.text(model.own()));
    input.setId("settings-" + field.name().toLowerCase(Locale.ROOT));
    input.setPromptText(usual);
    input.setOnAction(event -> model.type(field, input.getText()));
    input
        .focusedProperty()
        .addListener(
            (value, old, now) -> {
              if (!now) {
                model.type(field, input.getText());
              }
            });
    add(name, input, does);
    Label trouble = wrapped("", "small", "problem");
    trouble.textProperty().bind(model.troubleProperty(field));
    trouble.visibleProperty().bind(trouble.textProperty().isNotEmpty());
    trouble.managedProperty().bind(trouble.visibleProperty());
    rows.getChildren().add(trouble);
  }

  private void add(String name, Node input, String... does) {
    Label title = label(name);
    title.setMinWidth(NAME);
    title.setPrefWidth(NAME);
    title.setWrapText(true);
    title.setLabelFor(input);
    input.setAccessibleText(name);
    VBox right = new VBox(2, input);
    HBox.setHgrow(right, Priority.ALWAYS);
    for (String line : does) {
      right.getChildren().add(wrapped(line, "small", "muted"));
    }
    rows.getChildren().add(new HBox(8, title, right));
  }

  private static Label wrapped(String text, String... classes) {
    Label line = label(text, classes);
    line.setWrapText(true);
    line.setMinHeight(USE_PREF_SIZE);
    return line;
  }
}
