package eifexplorer.ui.explore.strips;

import static eifexplorer.ui.kit.Controls.button;
import static java.util.Objects.requireNonNull;

import eifexplorer.ui.explore.worth.WorthChip;
import eifexplorer.ui.kit.FittingButton;
import eifexplorer.ui.kit.Flyout;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tip;
import eifexplorer.ui.kit.Tips;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is explained, by what, and from what the scores were made. */
final class ScopeRow extends HBox {
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
  private static final double LEAST = 40;

  private final StripsViewModel strips;
  private final StaleViewModel stale;
  private final Flyout flyout;
  private final Map<InfluenceScope, ToggleButton> scopes = new EnumMap<>(InfluenceScope.class);
  private final Map<InfluenceScope, Tip> tips = new EnumMap<>(InfluenceScope.class);
  private final Button estimator;
  private final FontIcon provenanceIcon = new FontIcon(Feather.INFO);
  private final FittingButton provenance;
  private final Tip provenanceTip;
  private final Button recompute;
  private final Button whatIf;
  private final ParametersForm form;
  private final ProvenanceSheet sheet = new ProvenanceSheet();

  ScopeRow(
      StripsViewModel strips,
      StaleViewModel stale,
      Flyout flyout,
      Runnable openWhatIf,
      Runnable compare,
      Runnable openCulprits) {
    super(8);
    this.strips = strips;
    this.stale = stale;
    this.flyout = flyout;
    getStyleClass().add("scope-row");
    setAlignment(Pos.CENTER_LEFT);
    form =
        new ParametersForm(
            strips.estimators(),
            strips.worth(),
            flyout::close,
            () -> {
              flyout.close();
              compare.run();
            });
    estimator = new Chip();
    estimator.setOnAction(event -> openParameters());
    estimator.getStyleClass().addAll("chip-button", "estimator-chip");
    estimator.setGraphic(new FontIcon(Feather.SLIDERS));
    estimator.setId("estimator");
    estimator.setMnemonicParsing(false);
    provenance =
        new FittingButton(provenanceIcon, this::openProvenance, "chip-button", "provenance-chip");
    provenance.setId("provenance-chip");
    // It takes what the others leave.
    provenance.setPrefWidth(LEAST);
    setHgrow(provenance, Priority.ALWAYS);
    provenanceTip = Tips.on(provenance, "");
    recompute = button("", stale::recompute);
    recompute.setId("recompute");
    whatIf = button(Texts.of("What if"), openWhatIf, "chip-button");
    whatIf.setId("open-what-if");
    Tips.on(whatIf, Texts.of("What if training images were left out, counted more, or relabelled"));
    Button culprits = button(Texts.of("Culprits"), openCulprits, "link-button", "compact-only");
    WorthChip worth = new WorthChip(strips.worth(), flyout);
    Region room = new Region();
    setHgrow(room, Priority.SOMETIMES);
    getChildren()
        .addAll(segments(), estimator, worth, provenance, recompute, room, culprits, whatIf);
    connect();
  }

  /** Shrinks only if it is long, so that what follows it shrinks first. */
  private static final class Chip extends Button {
    private static final double LONGEST = 176;

    @Override
    protected double computeMinWidth(double height) {
      return Math.min(LONGEST, computePrefWidth(height));
    }
  }

  private HBox segments() {
    ToggleGroup group = new ToggleGroup();
    HBox segments = new HBox();
    segments.getStyleClass().add("segments");
    for (InfluenceScope scope : InfluenceScope.values()) {
      ToggleButton segment = new ToggleButton();
      segment.setToggleGroup(group);
      segment.getStyleClass().add("segment");
      segment.setId("scope-" + scope.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      segment.setMinWidth(USE_PREF_SIZE);
      segment.setOnAction(
          event -> {
            strips.influence().scopeProperty().set(scope);
            showScope();
          });
      scopes.put(scope, segment);
      tips.put(scope, Tips.on(segment, ""));
      segments.getChildren().add(segment);
    }
    return segments;
  }

  private void connect() {
    InfluenceViewModel influence = strips.influence();
    influence.scopeProperty().addListener((value, old, now) -> showScope());
    influence.pairProperty().addListener((value, old, now) -> showScope());
    influence.provenanceProperty().addListener((value, old, now) -> showProvenance());
    strips.picked().addListener((SetChangeListener<Integer>) change -> showPicked());
    strips.estimators().appliedProperty().addListener((value, old, now) -> showEstimator());
    stale.textProperty().addListener((value, old, now) -> showProvenance());
    showScope();
    showEstimator();
    showProvenance();
  }

  private void showScope() {
    InfluenceViewModel influence = strips.influence();
    scopes.forEach(
        (scope, segment) -> {
          segment.setSelected(scope == influence.scopeProperty().get());
          segment.setText(scope.title(influence.size(scope)));
          segment.setAccessibleText(segment.getText() + ". " + influence.meaning(scope));
          requireNonNull(tips.get(scope)).setText(influence.meaning(scope));
        });
  }

  private void showPicked() {
    int picked = strips.picked().size();
    whatIf.setText(picked == 0 ? Texts.of("What if") : Texts.of("What if · {0} picked", picked));
  }

  private void showEstimator() {
    estimator.setText(strips.estimators().shortTitle());
    estimator.setAccessibleText(Texts.of("Estimator and parameters: {0}", estimator.getText()));
  }

  private void showProvenance() {
    ScoreProvenance known = strips.influence().provenanceProperty().get();
    String why = stale.textProperty().get();
    boolean isStale = !why.isEmpty();
    provenance.setVisible(known != null);
    recompute.setText(stale.remedyProperty().get());
    recompute.setVisible(isStale);
    recompute.setManaged(isStale);
    provenanceIcon.setIconCode(isStale ? Feather.ALERT_TRIANGLE : Feather.INFO);
    provenance.pseudoClassStateChanged(STALE, isStale);
    if (known != null) {
      String text = isStale ? why : known.chip();
      provenance.setTexts(isStale ? List.of(why, Texts.of("stale"), "") : known.shorter());
      provenanceTip.setText(text);
      provenance.setAccessibleText(Texts.of("What the scores were made from: {0}", text));
      sheet.show(known);
    }
  }

  /** Opens or closes the form of the estimator. */
  void openParameters() {
    strips.estimators().choices().look();
    strips.estimators().edit();
    flyout.toggle(estimator, form);
  }

  private void openProvenance() {
    flyout.toggle(provenance, sheet);
  }
}
