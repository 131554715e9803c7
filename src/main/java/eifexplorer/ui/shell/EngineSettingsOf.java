package eifexplorer.ui.shell;

import eifexplorer.engine.KernelChoice;
import eifexplorer.ui.settings.SettingsSheet;

/** The tensor runtime's settings for the sheet: the same as in the device's chip. */
record EngineSettingsOf(EngineViewModel engine) implements SettingsSheet.Engine {
  @Override
  public SettingsSheet.Facts facts() {
    return new SettingsSheet.Facts(
        engine.devices(),
        engine.device(),
        engine.threads(),
        engine.mostThreads(),
        engine.kernels(),
        DeviceChip::words,
        DeviceChip::kernelWords);
  }

  @Override
  public void chooseDevice(String device) {
    engine.chooseDevice(device);
  }

  @Override
  public void chooseThreads(int threads) {
    engine.chooseThreads(threads);
  }

  @Override
  public void chooseKernels(KernelChoice kernels) {
    engine.chooseKernels(kernels);
  }
}
