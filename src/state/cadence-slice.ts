import type { StateCreator } from 'zustand/vanilla';
import { type Stepped, stepOf } from './history-step';
import type { CadenceSlice } from './state';

export const createCadenceSlice: StateCreator<CadenceSlice & Stepped, [], [], CadenceSlice> = (
  set,
  get,
) => ({
  cadence: false,
  setCadence: (cadence) => {
    set({ cadence, ...stepOf(get(), 'push') });
  },
});
