/** Builds the browser side into dist/browser, with the parts of pdf.js that it fetches on demand. */
import { cpSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const inRoot = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** Character maps, standard fonts, colour profiles and decoders; pdf.js asks for them by name. */
const PDFJS_FOLDERS = ['cmaps', 'standard_fonts', 'iccs', 'wasm']

function pdfjsFiles(): Plugin {
  return {
    name: 'calcigraph-pdfjs-files',
    apply: 'build',
    closeBundle() {
      for (const folder of PDFJS_FOLDERS) {
        cpSync(inRoot(`node_modules/pdfjs-dist/${folder}`), inRoot(`dist/browser/pdfjs/${folder}`), { recursive: true })
      }
    },
  }
}

export default defineConfig({
  root: inRoot('web'),
  plugins: [pdfjsFiles()],
  build: {
    outDir: inRoot('dist/browser'),
    emptyOutDir: true,
    target: 'es2023',
    // data: URLs are not allowed for fonts
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4646' } },
})
