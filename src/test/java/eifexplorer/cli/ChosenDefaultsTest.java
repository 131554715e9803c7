package eifexplorer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.workspace.PersonalSettings;
import eifexplorer.workspace.Settings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

class ChosenDefaultsTest {
  private static final Settings CHOSEN =
      Settings.INITIAL
          .withEngine("cpu", 3)
          .withKernels("java")
          .withPersonal(PersonalSettings.INITIAL.withAnnotator("Ada"));

  @Command
  private static final class Deciding {
    @Mixin private DeviceOptions device = new DeviceOptions();

    @Option(names = "--annotator")
    private String annotator = "nobody";

    private String said() {
      return device.settings().threads() + " " + device.kernels() + " " + annotator;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "import,,3 java Ada",
    "queue,,3 java nobody",
    "import,--threads=2 --kernels=torch --annotator=Bob,2 torch Bob",
  })
  void whatIsChosenHoldsUnlessAnOptionSaysOtherwise(String name, String given, String said) {
    Deciding command = new Deciding();
    CommandLine line = new CommandLine(command).setCommandName(name);
    line.setDefaultValueProvider(new ChosenDefaults(() -> CHOSEN));

    line.parseArgs(given == null ? new String[0] : given.split(" ", -1));

    assertEquals(said, command.said());
  }
}
