import type { StateCreator } from 'zustand/vanilla';
import { type Stepped, stepOf } from './history-step';
import type { TenorSlice } from './state';

export const createTenorSlice: StateCreator<TenorSlice & Stepped, [], [], TenorSlice> = (
  set,
  get,
) => ({
  tenor: false,
  setTenor: (tenor) => {
    set({ tenor, ...stepOf(get(), 'push') });
  },
});
