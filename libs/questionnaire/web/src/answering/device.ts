import { deviceStorage, storageKeys } from '../drafts/device-storage';
import { readDevice, readReceipt, type DeviceMark, type KeptReceipt } from '../drafts/draft-record';
import { randomId } from '../drafts/ids';

/** This browser's mark for one questionnaire: stops an accidental second answer, proves nothing. */
export function deviceOf(questionnaireId: string): DeviceMark {
  const kept = readDevice(deviceStorage.read(storageKeys.device(questionnaireId)));
  return kept ?? keepDevice(questionnaireId, { token: randomId(), answered: false });
}

function keepDevice(questionnaireId: string, mark: DeviceMark): DeviceMark {
  deviceStorage.write(storageKeys.device(questionnaireId), mark);
  return mark;
}

export function receiptOf(questionnaireId: string): KeptReceipt | null {
  return readReceipt(deviceStorage.read(storageKeys.receipt(questionnaireId)));
}

export function keepReceipt(questionnaireId: string, receipt: KeptReceipt): void {
  deviceStorage.write(storageKeys.receipt(questionnaireId), receipt);
  keepDevice(questionnaireId, { ...deviceOf(questionnaireId), answered: true });
}

/** The person has noted the code: only the reminder stays. */
export function dismissReceipt(questionnaireId: string): void {
  deviceStorage.remove(storageKeys.receipt(questionnaireId));
}

/** Somebody else answers here: a new mark, and nothing left of the person before. */
export function renewDevice(questionnaireId: string): void {
  dismissReceipt(questionnaireId);
  keepDevice(questionnaireId, { token: randomId(), answered: false });
}
