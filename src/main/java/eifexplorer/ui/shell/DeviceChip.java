package eifexplorer.ui.shell;

import eifexplorer.engine.EngineReport;
import eifexplorer.engine.KernelChoice;
import eifexplorer.ui.kit.ChipMenu;
import eifexplorer.ui.kit.Texts;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;

/** The chip of the device: what the tensor runtime runs on, why not on a GPU, and what it is to run on next time. */
final class DeviceChip extends ChipMenu {
  private final EngineViewModel engine;

  DeviceChip(EngineViewModel engine) {
    super(Texts.of("Device"), Feather.CPU, "device-menu", false);
    this.engine = engine;
    say(Texts.said(engine.running()));
    setOnShowing(
        event -> {
          engine.examine();
          fill();
        });
    engine.reportProperty().addListener((value, old, now) -> fill());
    engine.changedProperty().addListener((value, old, now) -> fill());
    fill();
  }

  private void fill() {
    getItems().setAll(heading(Texts.of("Runs on")));
    EngineReport report = engine.reportProperty().get();
    if (report == null) {
      getItems().add(fact(Texts.of("Device"), Texts.said(engine.running())));
      getItems().add(sentence(Texts.of("The tensor runtime is being examined …")));
    } else {
      getItems()
          .addAll(
              fact(Texts.of("Device"), report.device().toString()),
              fact(Texts.of("Threads"), String.valueOf(report.threads())),
              fact(Texts.of("Runtime"), report.runtime() + ", " + report.binding()));
      if (!report.whyNoGpu().isEmpty()) {
        getItems().add(fact(Texts.of("No GPU"), report.whyNoGpu()));
      }
    }
    getItems().addAll(new SeparatorMenuItem(), heading(Texts.of("At the next start")));
    for (String device : engine.devices()) {
      getItems()
          .add(
              choice(
                  words(device),
                  device.equals(engine.device()),
                  () -> engine.chooseDevice(device)));
    }
    getItems().addAll(threads(), kernels());
    getItems()
        .add(
            sentence(
                engine.changedProperty().get()
                    ? Texts.of("Changed: restart the program to use it.")
                    : Texts.of("A change applies when the program starts again.")));
  }

  /** A device for people. */
  static String words(String device) {
    return switch (device) {
      case "auto" -> Texts.of("The first GPU, else the CPU");
      case "cpu" -> "CPU";
      default -> device.toUpperCase(Locale.ROOT).replace(':', ' ');
    };
  }

  private Menu threads() {
    Menu menu = new Menu(Texts.of("Threads: {0}", engine.threads()));
    IntStream.rangeClosed(1, engine.mostThreads())
        .mapToObj(
            n -> choice(String.valueOf(n), n == engine.threads(), () -> engine.chooseThreads(n)))
        .forEach(menu.getItems()::add);
    return menu;
  }

  private Menu kernels() {
    Menu menu =
        new Menu(Texts.of("Influence and neighbours by: {0}", kernelWords(engine.kernels())));
    for (KernelChoice kernels : KernelChoice.values()) {
      String id = kernels.toString();
      menu.getItems()
          .add(
              choice(
                  kernelWords(id),
                  id.equals(engine.kernels()),
                  () -> engine.chooseKernels(kernels)));
    }
    return menu;
  }

  /** Kernels for people. */
  static String kernelWords(String kernels) {
    return switch (kernels) {
      case "java" -> "Java";
      case "torch" -> "PyTorch";
      default -> Texts.of("PyTorch on a GPU, else Java");
    };
  }

  private static MenuItem choice(String text, boolean chosen, Runnable choose) {
    RadioMenuItem item = new RadioMenuItem(text);
    item.setMnemonicParsing(false);
    item.setSelected(chosen);
    item.setOnAction(event -> choose.run());
    return item;
  }
}
