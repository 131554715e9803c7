package eifexplorer.ui.explore.verdict;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.retrain.TrialVerdict;
import eifexplorer.ui.explore.strips.StaleViewModel;
import eifexplorer.ui.explore.verdict.Verdict.Finding;
import eifexplorer.ui.explore.verdict.Verdict.Harm;
import eifexplorer.ui.explore.verdict.Verdict.Tried;
import eifexplorer.ui.explore.verdict.Verdict.Trying;
import eifexplorer.ui.explore.verdict.Verdict.Untried;
import eifexplorer.ui.kit.Flyout;
import eifexplorer.ui.kit.Patience;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tip;
import eifexplorer.ui.kit.Tips;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The sentence above the strips: whose the harm is, and what leaving it out does. Its height never changes. */
public final class VerdictLine extends VBox {
  private static final PseudoClass FIXED = PseudoClass.getPseudoClass("fixed");
  private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final VerdictViewModel model;
  private final Flyout flyout;
  private final Label who = label("", "verdict-who");
  private final Tip whoTip = Tips.on(who, "");
  private final Label effect = label("", "verdict-effect");
  private final Tip effectTip = Tips.on(effect, "");
  private final FontIcon icon = new FontIcon(Feather.CLOCK);
  private final Button act = button("", this::act, "link-button");
  private final Button details = button(Texts.of("Details"), this::openDetails, "link-button");
  private final VBox numbers = new VBox(4);
  private final VBox sheet;

  /**
   * A line that opens its numbers in {@code flyout}.
   *
   * @param stale whether what it rests on is out of date
   */
  public VerdictLine(VerdictViewModel model, StaleViewModel stale, Flyout flyout) {
    super(2);
    this.model = model;
    this.flyout = flyout;
    getStyleClass().add("verdict-line");
    setId("verdict");
    who.setId("verdict-who");
    who.setMinWidth(0);
    effect.setId("verdict-effect");
    effect.setMinWidth(0);
    effect.setGraphic(icon);
    act.setId("verdict-act");
    act.setMinWidth(USE_PREF_SIZE);
    details.setId("verdict-details");
    details.setMinWidth(USE_PREF_SIZE);
    HBox second = new HBox(8, effect, act, spacer(), details);
    second.setAlignment(Pos.CENTER_LEFT);
    CheckBox automatic = new CheckBox(Texts.of("Try it for each pair that stays open a moment"));
    automatic.setId("verdict-automatic");
    automatic.selectedProperty().bindBidirectional(model.automaticProperty());
    sheet =
        new VBox(
            12,
            label(Texts.of("With its harmful images left out"), "strip-title"),
            numbers,
            automatic);
    getChildren().addAll(who, second);
    model.verdictProperty().addListener((value, old, now) -> show(now));
    show(model.verdictProperty().get());
    Patience.on(model.waitingProperty(), now -> pseudoClassStateChanged(WAITING, now));
    stale.textProperty().addListener((value, old, now) -> showStale(now));
    showStale(stale.textProperty().get());
  }

  private void showStale(String why) {
    pseudoClassStateChanged(STALE, !why.isEmpty());
  }

  private void openDetails() {
    flyout.toggle(details, sheet);
  }

  private void act() {
    boolean trying =
        model.verdictProperty().get() instanceof Harm harm && harm.trial() instanceof Trying;
    if (trying) {
      model.stop();
    } else {
      model.tryNow();
    }
  }

  private void show(@Nullable Verdict verdict) {
    numbers.getChildren().clear();
    pseudoClassStateChanged(FIXED, false);
    pseudoClassStateChanged(WRONG, false);
    details.setVisible(verdict instanceof Harm);
    if (verdict instanceof Harm harm) {
      showWho(harm.who());
      showTrial(harm.trial());
    } else {
      showWho(verdict instanceof Finding finding ? finding.text() : "");
      showEffect(null, "", "");
    }
  }

  private void showWho(String text) {
    String said = Texts.said(text);
    who.setText(said);
    whoTip.setText(said);
  }

  private void showTrial(Verdict.Trial trial) {
    if (trial instanceof Trying) {
      showEffect(Feather.CLOCK, Texts.of("Leaving them out is being tried …"), Texts.of("Stop"));
    } else if (trial instanceof Untried untried) {
      showEffect(Feather.HELP_CIRCLE, untried.why(), untried.offer());
    } else if (trial instanceof Tried tried) {
      TrialVerdict told = tried.effect();
      boolean fixed = told.result() == TrialVerdict.Result.FIXED;
      boolean wrong = told.result() == TrialVerdict.Result.STILL_WRONG;
      pseudoClassStateChanged(FIXED, fixed);
      pseudoClassStateChanged(WRONG, wrong);
      showEffect(
          fixed ? Feather.CHECK_CIRCLE : wrong ? Feather.X_CIRCLE : Feather.MINUS_CIRCLE,
          saidOf(told),
          "");
      told.details().forEach(line -> numbers.getChildren().add(label(Texts.said(line))));
    }
    numbers.setVisible(!numbers.getChildren().isEmpty());
    numbers.setManaged(numbers.isVisible());
  }

  /** {@link TrialVerdict#text} in the language of the window. */
  private static String saidOf(TrialVerdict told) {
    return Texts.said(told.change())
        + ": "
        + Texts.decimal(told.distance())
        + ", "
        + Texts.said(told.fix())
        + (told.chance().isEmpty() ? "" : "; " + Texts.said(told.chance()));
  }

  private void showEffect(@Nullable Feather sign, String text, String action) {
    effect.setText(text);
    effectTip.setText(text);
    icon.setVisible(sign != null);
    if (sign != null) {
      icon.setIconCode(sign);
    }
    act.setText(action);
    act.setVisible(!action.isEmpty());
    act.setManaged(!action.isEmpty());
  }
}
