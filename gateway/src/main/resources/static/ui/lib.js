// The only file with the paths of the libraries.
import htm from './vendor/htm.module.js';
import { h } from './vendor/vue.runtime.esm-browser.prod.js';

export { createApp, computed, onMounted, onUnmounted, reactive, ref, shallowRef, watch } from './vendor/vue.runtime.esm-browser.prod.js';

// htm would hand out the same node twice where nothing in it changes; Vue wants a new one each time.
export const html = htm.bind(function (...parts) {
  this[0] = 3;
  return h(...parts);
});
