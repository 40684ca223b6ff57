import { open } from '../main/index.js'
await open('build')
