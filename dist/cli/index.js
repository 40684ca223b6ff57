#!/usr/bin/env node
import { open } from '../main/index.js'
await open('cli')
