package eifexplorer.ui.testing;

import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.kit.KeyCommand;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.screen.Finder;
import eifexplorer.ui.screen.PageView;
import eifexplorer.ui.screen.Screen;
import eifexplorer.ui.screen.ScreenKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** A screen that the program does not have: counts strokes, and writes down what the window does with it. */
public final class SketchScreen implements Screen {
  private static final String STROKES = "sketch.strokes";

  /** Its command. */
  public enum Command implements KeyCommand {
    STROKE("another stroke", "S"),
    /** Lasts while its key is held. */
    WASH("a wash while held", "Back Slash");

    private final String does;
    private final String usualKey;

    Command(String does, String usualKey) {
      this.does = does;
      this.usualKey = usualKey;
    }

    @Override
    public String does() {
      return does;
    }

    @Override
    public String usualKey() {
      return usualKey;
    }

    @Override
    public boolean holds() {
      return this == WASH;
    }
  }

  private final List<String> log = new ArrayList<>();
  private final IntegerProperty strokes = new SimpleIntegerProperty();
  private final Finder finder;

  /** A screen that finds nothing. */
  public SketchScreen() {
    this(text -> List.of());
  }

  /** A screen whose session this finder searches. */
  public SketchScreen(Finder finder) {
    this.finder = finder;
  }

  /** What the window did with it, such as {@code enter}. */
  public List<String> log() {
    return log;
  }

  /** How many strokes there are. */
  public int strokes() {
    return strokes.get();
  }

  /** Makes another stroke. */
  public void stroke() {
    strokes.set(strokes() + 1);
  }

  @Override
  public String id() {
    return "sketch";
  }

  @Override
  public String title() {
    return "Sketch";
  }

  @Override
  public Ikon icon() {
    return Feather.PEN_TOOL;
  }

  @Override
  public PageView view(PictureLoader pictures) {
    Label count = new Label();
    count.textProperty().bind(strokes.asString());
    return new PageView() {
      @Override
      public Node node() {
        return count;
      }

      @Override
      public boolean perform(KeyCommand command) {
        if (command == Command.STROKE) {
          stroke();
        } else if (command == Command.WASH) {
          log.add("wash");
        }
        return command instanceof Command;
      }

      @Override
      public void release(KeyCommand command) {
        log.add("dry");
      }
    };
  }

  @Override
  public Runnable prepare(ExplorerSession session) {
    return () -> log.add("show " + session.name());
  }

  @Override
  public void enter() {
    log.add("enter");
  }

  @Override
  public void leave() {
    log.add("leave");
  }

  @Override
  public void close() {
    log.add("close");
  }

  @Override
  public Map<String, String> state() {
    return Map.of(STROKES, String.valueOf(strokes()));
  }

  @Override
  public void restore(Map<String, String> state) {
    strokes.set(Integer.parseInt(state.getOrDefault(STROKES, "0")));
  }

  @Override
  public ScreenKeys keys() {
    return new ScreenKeys(
        List.of(new ScreenKeys.Group("Pen", List.of(Command.values()))),
        List.of(),
        List.of(new ScreenKeys.Of("stroke", Command.STROKE)));
  }

  @Override
  public Optional<Finder> finder() {
    return Optional.of(finder);
  }
}
